package com.skytill.products.classification;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.list.PageRequest;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The product types. */
@Singleton
final class GetAvailableProductTypes implements Query<PageRequest> {

    private final ClassificationStore store;

    GetAvailableProductTypes(ClassificationStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_available_product_types",
                Section.PRODUCTS,
                Permission.PRODUCTS_READ,
                "Lists the product types",
                "In the order in which they were added.",
                TypeView.class);
    }

    @Override
    public PageRequest read(ParameterReader in) {
        return in.page();
    }

    @Override
    public Uni<Page<TypeView>> answer(PageRequest page, Caller caller) {
        return store.types(page).map(rows -> Page.of(rows, page, TypeView::typeId));
    }
}
