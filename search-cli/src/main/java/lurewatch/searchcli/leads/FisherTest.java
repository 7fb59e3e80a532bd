package lurewatch.searchcli.leads;

/// Fisher's exact test, one-sided: how likely it is that a value falls so often into the window by
/// chance alone, given how often it occurs at all and how many postings each period has. Exact for
/// any counts, small ones above all, and without a guess at how postings are spread over time.
final class FisherTest {
    private final double[] logFactorials;

    /// @param most the largest number of postings that will be asked about
    FisherTest(int most) {
        logFactorials = new double[most + 1];
        for (int n = 2; n <= most; n++) {
            logFactorials[n] = logFactorials[n - 1] + Math.log(n);
        }
    }

    /// The probability of at least `inWindow` where `inWindow + inBaseline` postings have the
    /// value.
    double p(int inWindow, int window, int inBaseline, int baseline) {
        int having = inWindow + inBaseline;
        double logAll = logChoose(window + baseline, having);
        double p = 0;
        for (int k = inWindow; k <= Math.min(having, window); k++) {
            p += Math.exp(logChoose(window, k) + logChoose(baseline, having - k) - logAll);
        }
        return Math.min(1, p);
    }

    private double logChoose(int n, int k) {
        return k < 0 || k > n
                ? Double.NEGATIVE_INFINITY
                : logFactorials[n] - logFactorials[k] - logFactorials[n - k];
    }
}
