package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A schema.org JobPosting as a draft.
final class SchemaPosting {
    private static final List<String> LABELS =
            List.of(
                    "employmentType",
                    "workHours",
                    "industry",
                    "occupationalCategory",
                    "applicantLocationRequirements");

    /// What is read by name, and what no reader would see. Whatever else a posting says (benefits,
    /// requirements, or a property of its author's invention) is read as running text.
    private static final Set<String> READ_OR_UNSEEN =
            Set.of(
                    "title",
                    "name",
                    "description",
                    "hiringOrganization",
                    "jobLocation",
                    "jobLocationType",
                    "baseSalary",
                    "estimatedSalary",
                    "salary",
                    "salaryCurrency",
                    "datePosted",
                    "validThrough",
                    "url",
                    "sameAs",
                    "identifier",
                    "image",
                    "logo",
                    "applicationContact",
                    "directApply",
                    "mainEntityOfPage",
                    "potentialAction",
                    "telephone",
                    "faxNumber",
                    "email",
                    "employmentType",
                    "workHours",
                    "industry",
                    "occupationalCategory",
                    "applicantLocationRequirements",
                    "@language");

    private static final int MOST_PLACES = 20;

    private final SchemaItem item;

    private SchemaPosting(SchemaItem item) {
        this.item = item;
    }

    static Draft draft(SchemaItem item, Addresses addresses) {
        return new SchemaPosting(item).draft(addresses);
    }

    private Draft draft(Addresses addresses) {
        String title = item.text("title");
        String salary = salary();
        Draft draft =
                new Draft()
                        .title(title.isEmpty() ? item.text("name") : title)
                        .employer(item.text("hiringOrganization"))
                        .location(location())
                        .salary(salary)
                        .postedAt(Dates.read(item.text("datePosted")));
        for (String name : LABELS) {
            draft.field(item.text(name));
        }
        draft.body(String.join("\n", item.texts("description")));
        for (String name : item.names()) {
            if (!READ_OR_UNSEEN.contains(name)) {
                draft.body(String.join("\n", item.texts(name)));
            }
        }
        draft.particulars(SchemaParticulars.of(item, salary));
        contacts(draft, addresses);
        return draft;
    }

    /// The URL that the posting claims for itself; empty without one.
    static String url(SchemaItem item, Addresses addresses) {
        List<String> urls = item.texts("url");
        return urls.isEmpty() ? "" : addresses.crawlable(urls.getFirst()).orElse("");
    }

    private String location() {
        List<String> places = new ArrayList<>();
        for (SchemaItem.Value value : item.values("jobLocation")) {
            if (places.size() < MOST_PLACES) {
                places.add(
                        switch (value) {
                            case SchemaItem.Text(String text, boolean _) -> Prose.line(text);
                            case SchemaItem.Nested(SchemaItem place) -> place(place);
                        });
            }
        }
        if (item.text("jobLocationType").equalsIgnoreCase("TELECOMMUTE")) {
            places.add("TELECOMMUTE");
        }
        places.removeIf(String::isBlank);
        return String.join(" / ", places);
    }

    private static String place(SchemaItem place) {
        Set<String> parts = new LinkedHashSet<>();
        SchemaItem address = place.item("address").orElse(place);
        if (place.item("address").isEmpty()) {
            parts.add(place.text("address"));
        }
        for (String name :
                List.of(
                        "streetAddress",
                        "addressLocality",
                        "addressRegion",
                        "postalCode",
                        "addressCountry")) {
            parts.add(address.text(name));
        }
        parts.removeIf(String::isBlank);
        return parts.isEmpty() ? place.text("name") : String.join(", ", parts);
    }

    private String salary() {
        for (String name : List.of("baseSalary", "estimatedSalary", "salary")) {
            for (SchemaItem.Value value : item.values(name)) {
                String salary =
                        switch (value) {
                            case SchemaItem.Text(String text, boolean _) ->
                                    joined(item.text("salaryCurrency"), Prose.line(text), "");
                            case SchemaItem.Nested(SchemaItem amount) -> amount(amount);
                        };
                if (!salary.isBlank()) {
                    return salary;
                }
            }
        }
        return "";
    }

    /// `KRW 1500000 MONTH`, `USD 40.00-50.00 HOUR`.
    private String amount(SchemaItem amount) {
        String own = amount.text("currency");
        String currency = own.isEmpty() ? item.text("salaryCurrency") : own;
        SchemaItem quantity = amount.item("value").orElse(amount);
        String range = range(quantity);
        String unit = quantity.text("unitText");
        return range.isEmpty()
                ? ""
                : joined(currency, range, unit.isEmpty() ? amount.text("unitText") : unit);
    }

    private static String range(SchemaItem quantity) {
        String least = quantity.text("minValue");
        String most = quantity.text("maxValue");
        if (!least.isEmpty() && !most.isEmpty()) {
            return least.equals(most) ? least : least + "-" + most;
        }
        for (String name : List.of("value", "minValue", "maxValue", "price", "median")) {
            if (!quantity.text(name).isEmpty()) {
                return quantity.text(name);
            }
        }
        return "";
    }

    private static String joined(String currency, String amount, String unit) {
        String first = currency.isEmpty() || amount.contains(currency) ? "" : currency + " ";
        return (first + amount + " " + unit).strip();
    }

    private void contacts(Draft draft, Addresses addresses) {
        // Each once: two hundred references may lead to two hundred others, and these on again.
        Set<SchemaItem> holders = new LinkedHashSet<>(List.of(item));
        holders.addAll(item.items("applicationContact"));
        holders.addAll(item.items("hiringOrganization"));
        for (SchemaItem holder : List.copyOf(holders)) {
            holders.addAll(holder.items("contactPoint"));
        }
        for (SchemaItem holder : holders) {
            for (String name : List.of("telephone", "faxNumber", "email")) {
                holder.texts(name).forEach(draft::field);
            }
            for (String name : List.of("url", "sameAs")) {
                for (String url : holder.texts(name)) {
                    addresses
                            .target(url)
                            .filter(target -> holder != item || ContactLinks.isContact(target))
                            .ifPresent(target -> draft.link(target, ""));
                }
            }
        }
        for (String name : item.texts("applicationContact")) {
            draft.field(name);
        }
    }
}
