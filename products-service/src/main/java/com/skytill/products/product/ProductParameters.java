package com.skytill.products.product;

import com.skytill.platform.parameter.NumberParameter;
import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What products of every sort have, as parameters: read alike wherever they are added or changed. */
public final class ProductParameters {

    // Not of digits alone, so that a product reference is either an ID or a code (domain: product references).
    private static final Pattern CODE = Pattern.compile("(?!\\d+$)[A-Za-z0-9][A-Za-z0-9._-]*");

    private ProductParameters() {}

    public static Parameter<String> name(ParameterReader in) {
        return in.text("name", "What staff and customers see").max(100).example("Home 10");
    }

    public static Parameter<String> code(ParameterReader in) {
        return in.text("product_code", "The WISP's own code for it, unique in whatever case; not of digits alone")
                .max(50)
                .matching(CODE, "must be letters, digits, points, dashes and underscores, not digits alone")
                .example("HOME-10");
    }

    public static NumberParameter<BigDecimal> price(ParameterReader in) {
        return in.money("price", "In the WISP's currency, VAT included");
    }

    public static NumberParameter<Long> groupId(ParameterReader in) {
        return in.id("group_id", "Its product group");
    }

    public static NumberParameter<Long> typeId(ParameterReader in) {
        return in.id("type_id", "Its product type");
    }

    public static Parameter<String> description(ParameterReader in) {
        return in.lines("description", "What customers are told of it").max(2000);
    }

    /** Which product an update concerns. */
    public static ProductReference reference(ParameterReader in) {
        String text = in.text("product_id", "Which product: its ID or its product_code")
                .max(50)
                .example("HOME-10")
                .mandatory();
        return text == null ? null : ProductReference.of(text);
    }
}
