package com.skytill.products.product;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The data products that may be sold; for replicas, everything that changed. */
@Singleton
final class GetAvailableDataProducts implements Query<ProductFilter> {

    private final ProductStore store;
    private final DataProductViews views;

    GetAvailableDataProducts(ProductStore store, DataProductViews views) {
        this.store = store;
        this.views = views;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.one(
                        "get_available_data_products",
                        Section.PRODUCTS,
                        Permission.PRODUCTS_READ,
                        "Lists the data products that may be sold",
                        "With changed_since, answers what changed at that change number or later, retired products included, and in"
                                + " changed_through the number to go on with: nothing is missed, some may come twice.",
                        ProductPage.class)
                .failingBy();
    }

    @Override
    public ProductFilter read(ParameterReader in) {
        return new ProductFilter(
                in.choice("kind", "Only products of this kind", ProductKind.class)
                        .optional(),
                in.id("group_id", "Only products of this group").optional(),
                in.id("type_id", "Only products of this type").optional(),
                in.text("search", "Only products with this in their name or code")
                        .max(100)
                        .optional(),
                in.wholeNumber("changed_since", "Only products that changed at this change number or later")
                        .between(0L, Long.MAX_VALUE)
                        .optional(),
                in.page());
    }

    @Override
    public Uni<ProductPage> answer(ProductFilter filter, Caller caller) {
        // The bound is read before the rows: what commits in between is left for the next time.
        return store.changedThrough()
                .flatMap(through -> store.list(filter, through)
                        .flatMap(views::of)
                        .map(rows -> Page.of(rows, filter.page(), DataProductView::productId))
                        .map(page -> new ProductPage(page.items(), page.next(), through)));
    }
}
