package lurewatch.searchcli.export;

/// How something is marked: how far it may travel, and what may be done with it.
public record Marking(Tlp tlp, Pap pap) {
    /// What anybody may have and use.
    public static final Marking CLEAR = new Marking(Tlp.CLEAR, Pap.CLEAR);

    /// Whether something marked so may not stand in what is marked `ceiling`: one of the two is
    /// stricter.
    public boolean isAbove(Marking ceiling) {
        return tlp.isAbove(ceiling.tlp) || pap.isAbove(ceiling.pap);
    }

    /// Both as a command says them: `TLP:amber, PAP:amber`.
    public String label() {
        return "TLP:" + tlp.label() + ", PAP:" + pap.label();
    }
}
