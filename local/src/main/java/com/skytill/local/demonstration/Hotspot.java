package com.skytill.local.demonstration;

import java.util.List;
import java.util.Map;

/**
 * A hotspot of the demonstration.
 *
 * @param identifier what its router calls itself
 * @param address its router's address, of those that are for documentation (RFC 5737): nothing is ever sent to a stranger
 */
record Hotspot(String name, String identifier, String address, Town town, String street) {

    static final List<Hotspot> ALL = List.of(
            hotspot(0, "Bean in Love Café", "Church Street"),
            hotspot(1, "Robertson Station", "Station Road"),
            hotspot(2, "Montagu Springs Resort", "Bath Street"),
            hotspot(3, "Ashton Library", "Main Road"),
            hotspot(4, "River Edge Camp", "Main Road"),
            hotspot(5, "Swellendam Backpackers", "Berg Street"),
            hotspot(6, "Route 62 Diner", "Van Riebeeck Street"),
            hotspot(7, "Ceres Mall", "Voortrekker Road"),
            hotspot(8, "Tulbagh Wine Cellar", "Church Street"),
            hotspot(9, "Riebeek Square", "Plein Street"),
            hotspot(10, "Malmesbury Hospital", "Piketberg Street"),
            hotspot(11, "Oudtshoorn Campus", "Jan van Riebeeck Road"),
            hotspot(12, "Swartberg Guest House", "Church Street"),
            hotspot(13, "Karoo Truck Stop", "Donkin Street"));

    private static Hotspot hotspot(int index, String name, String street) {
        var town = Town.ALL.get(index);
        return new Hotspot(name, "hs-" + Customers.slug(town.name(), "-"), "192.0.2." + (10 + index), town, street);
    }

    Map<String, Object> parameters() {
        return Map.of(
                "name",
                name,
                "nas_identifier",
                identifier,
                "nas_address",
                address,
                "address",
                street + ", " + town.name() + ", " + town.postalCode(),
                "latitude",
                town.latitude(),
                "longitude",
                town.longitude());
    }
}
