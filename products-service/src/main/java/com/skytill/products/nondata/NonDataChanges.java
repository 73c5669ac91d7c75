package com.skytill.products.nondata;

import com.skytill.platform.parameter.Cleared;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.products.product.ProductParameters;

import java.math.BigDecimal;
import java.util.List;

/** What is to become of a non-data product; what is null, and not cleared, stays as it is. */
record NonDataChanges(
        String name,
        String productCode,
        BigDecimal price,
        BillingPeriod billingPeriod,
        Long groupId,
        Long typeId,
        String description,
        Cleared cleared) {

    private static final List<String> CLEARABLE = List.of("group_id", "type_id", "description");
    private static final List<String> OTHERS = List.of("name", "product_code", "price", "billing_period");

    static NonDataChanges read(ParameterReader in) {
        var changes = new NonDataChanges(
                ProductParameters.name(in).optional(),
                ProductParameters.code(in).optional(),
                ProductParameters.price(in).optional(),
                NonDataParameters.billingPeriod(in).optional(),
                ProductParameters.groupId(in).optional(),
                ProductParameters.typeId(in).optional(),
                ProductParameters.description(in).optional(),
                Cleared.read(in, CLEARABLE));
        Cleared.requireSome(in, OTHERS, CLEARABLE);
        return changes;
    }

    /** The product as it becomes. */
    NonDataDraft of(NonDataDraft before) {
        return new NonDataDraft(
                name == null ? before.name() : name,
                productCode == null ? before.productCode() : productCode,
                price == null ? before.price() : price,
                billingPeriod == null ? before.billingPeriod() : billingPeriod,
                cleared.pick("group_id", groupId, before.groupId()),
                cleared.pick("type_id", typeId, before.typeId()),
                cleared.pick("description", description, before.description()));
    }
}
