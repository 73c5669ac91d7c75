package com.skytill.products.nondata;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The non-data products that may be sold. */
@Singleton
final class GetAvailableNonDataProducts implements Query<NonDataFilter> {

    private final NonDataProductStore store;

    GetAvailableNonDataProducts(NonDataProductStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_available_non_data_products",
                Section.PRODUCTS,
                Permission.PRODUCTS_READ,
                "Lists the non-data products that may be sold",
                "What is billed and gives no network access, in the order in which it was added; retired products are left"
                        + " out.",
                NonDataProductView.class);
    }

    @Override
    public NonDataFilter read(ParameterReader in) {
        return new NonDataFilter(
                in.id("group_id", "Only products of this group").optional(),
                in.id("type_id", "Only products of this type").optional(),
                in.text("search", "Only products with this in their name or code")
                        .max(100)
                        .optional(),
                in.page());
    }

    @Override
    public Uni<Page<NonDataProductView>> answer(NonDataFilter filter, Caller caller) {
        return store.list(filter)
                .map(rows -> Page.of(
                        rows.stream().map(NonDataProductView::of).toList(),
                        filter.page(),
                        NonDataProductView::productId));
    }
}
