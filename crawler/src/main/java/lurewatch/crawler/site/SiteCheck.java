package lurewatch.crawler.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.extract.Recipe;
import lurewatch.indexer.settings.SettingsException;
import lurewatch.indexer.settings.SettingsPlace;

/// Looks for what a site file can get wrong although each of its values has the right type:
/// selectors, expressions, seeds out of scope. Collects all faults of one file.
final class SiteCheck {
    private final Path file;
    private final List<SettingsException> faults = new ArrayList<>();

    private SiteCheck(Path file) {
        this.file = file;
    }

    static List<SettingsException> faultsOf(Path file, Site site) {
        SiteCheck check = new SiteCheck(file);
        check.hosts(site.scope());
        check.expressions("/scope/include/", site.scope().include());
        check.expressions("/scope/exclude/", site.scope().exclude());
        check.seeds(site);
        site.recipe().ifPresent(check::recipe);
        return check.faults;
    }

    private void hosts(Scope scope) {
        for (int i = 0; i < scope.hosts().size(); i++) {
            String host = scope.hosts().get(i);
            if (!host.chars().allMatch(SiteCheck::isOfHostName)) {
                fault(
                        "/scope/hosts/" + i,
                        "'" + host + "' is no host name such as www.example.org or .example.org");
            }
        }
    }

    /// Names in other scripts are written as they go over the wire, `xn--…`.
    private static boolean isOfHostName(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    }

    private void seeds(Site site) {
        for (int i = 0; i < site.seeds().size(); i++) {
            String seed = site.seeds().get(i);
            String place = "/seeds/" + i;
            Optional<String> host = hostOf(seed);
            if (host.isEmpty()) {
                fault(place, "seed '" + seed + "' is no URL with a host");
            } else if (!isWithin(site.scope().hosts(), host.orElseThrow())) {
                fault(
                        place,
                        "host of seed '"
                                + seed
                                + "' is not among scope.hosts: add it there, or leave them out for"
                                + " the seeds' own");
            }
        }
    }

    private static Optional<String> hostOf(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost()).map(LowerCase::of);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isWithin(List<String> hosts, String host) {
        return hosts.isEmpty()
                || hosts.stream()
                        .anyMatch(allowed ->
                                allowed.startsWith(".")
                                        ? ("." + host).endsWith(allowed)
                                        : host.equals(allowed));
    }

    private void recipe(Recipe recipe) {
        recipe.list().ifPresent(this::list);
        recipe.posting().ifPresent(fields -> fields("/recipe/posting", fields));
        selector("/recipe/next", recipe.next());
        selector("/recipe/gone", recipe.gone());
    }

    private void list(Recipe.ListPage list) {
        selector("/recipe/list/item", Optional.of(list.item()));
        selector("/recipe/list/link", list.link());
        list.fields().ifPresent(fields -> fields("/recipe/list/fields", fields));
        if (list.link().isEmpty() && list.fields().isEmpty()) {
            fault("/recipe/list", "a list needs a 'link' to each posting, or the 'fields' of each");
        }
    }

    private void fields(String place, Recipe.Fields fields) {
        fields.match().ifPresent(expression -> expression(place + "/match", expression));
        selector(place + "/title", fields.title());
        selector(place + "/body", fields.body());
        selector(place + "/author", fields.author());
        selector(place + "/employer", fields.employer());
        selector(place + "/location", fields.location());
        selector(place + "/salary", fields.salary());
        selector(place + "/date", fields.date());
        selector(place + "/comments", fields.comments());
    }

    private void expressions(String place, List<String> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            expression(place + i, expressions.get(i));
        }
    }

    private void expression(String place, String expression) {
        try {
            Scope.compiled(expression);
        } catch (IllegalArgumentException e) {
            fault(place, String.valueOf(e.getMessage()));
        }
    }

    private void selector(String place, Optional<String> selector) {
        if (selector.isEmpty()) {
            return;
        }
        try {
            Recipe.requireSelector(selector.get());
        } catch (IllegalArgumentException e) {
            fault(place, firstLine(e));
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("cannot be parsed");
    }

    private void fault(String place, String what) {
        faults.add(SettingsPlace.fault(file, place, what));
    }
}
