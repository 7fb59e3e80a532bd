package lurewatch.searchcli.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.rules.GazetteerPlace;

/// The gazetteer's ids by id and by any name that only one place has.
public final class PlaceNames {
    private final Map<String, String> ids = new HashMap<>();

    public PlaceNames(List<GazetteerPlace> places) {
        for (GazetteerPlace place : places) {
            place.names().forEach(name -> ids.merge(key(name), place.id(), PlaceNames::unclear));
        }
        places.forEach(place -> ids.put(key(place.name()), place.id()));
        places.forEach(place -> ids.put(key(place.id()), place.id()));
    }

    private static String unclear(String one, String other) {
        return one.equals(other) ? one : "";
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    Optional<String> idOf(String name) {
        return Optional.ofNullable(ids.get(key(name))).filter(id -> !id.isEmpty());
    }
}
