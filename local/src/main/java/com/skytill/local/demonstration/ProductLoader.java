package com.skytill.local.demonstration;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds the catalogue through the API: what products refer to before the products. */
final class ProductLoader {

    private static final String DATA_PRODUCTS = "get_available_data_products";
    private static final String OTHER_PRODUCTS = "get_available_non_data_products";

    private final Calls calls;
    private final NamedThings groups;
    private final NamedThings types;
    private final NamedThings limits;
    private final NamedThings boosts;

    ProductLoader(Calls calls) {
        this.calls = calls;
        this.groups = new NamedThings(calls, "product_group", "get_available_product_groups", "group_id");
        this.types = new NamedThings(calls, "product_type", "get_available_product_types", "type_id");
        this.limits = new NamedThings(
                calls, "fup_speed_limit_policy", "get_available_fup_speed_limit_policies", "fup_speed_limit_policy_id");
        this.boosts = new NamedThings(
                calls, "fup_speed_boost_policy", "get_available_fup_speed_boost_policies", "fup_speed_boost_policy_id");
    }

    /** Whether the last product of a complete demonstration is there. */
    boolean complete() throws IOException, InterruptedException, DemonstrationFailure {
        return calls.list(OTHER_PRODUCTS, Map.of("search", Catalogue.MARKER)).stream()
                .anyMatch(product -> product.path("product_code").asText().equals(Catalogue.MARKER));
    }

    /** Adds all but the marker, and tells how many products there are. */
    String load() throws IOException, InterruptedException, DemonstrationFailure {
        groups.addNames(Catalogue.GROUPS);
        types.addNames(Catalogue.TYPES);
        limits.add(Catalogue.SPEED_LIMITS);
        boosts.add(Catalogue.SPEED_BOOSTS);
        var data = Catalogue.dataProducts();
        var other = Catalogue.otherProducts();
        add("add_data_product", DATA_PRODUCTS, data);
        add("add_non_data_product", OTHER_PRODUCTS, other);
        return data.size() + " that give access, " + (other.size() + 1) + " others";
    }

    /** Says that the demonstration is complete. */
    void mark() throws IOException, InterruptedException, DemonstrationFailure {
        groups.addNames(Catalogue.GROUPS);
        types.addNames(Catalogue.TYPES);
        add("add_non_data_product", OTHER_PRODUCTS, List.of(Catalogue.marker()));
    }

    private void add(String operation, String list, List<Map<String, Object>> products)
            throws IOException, InterruptedException, DemonstrationFailure {
        var known = calls.known(list, "product_code", "product_id");
        var missing = products.stream()
                .filter(product -> !known.containsKey(code(product)))
                .toList();
        for (var product : missing) {
            calls.update(operation, resolved(product), code(product));
        }
    }

    private static String code(Map<String, Object> product) {
        return product.get("product_code").toString();
    }

    private Map<String, Object> resolved(Map<String, Object> product) {
        var resolved = new LinkedHashMap<>(product);
        replace(resolved, "group", groups);
        replace(resolved, "type", types);
        replace(resolved, "limit", limits);
        replace(resolved, "boost", boosts);
        return resolved;
    }

    private static void replace(Map<String, Object> product, String name, NamedThings things) {
        var value = product.remove(name);
        if (value != null) {
            product.put(things.parameter(), things.id(value.toString()));
        }
    }
}
