package com.skytill.vouchers.prepaid;

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

/** The prepaid data that are sold. */
@Singleton
final class GetAvailablePrepaidProducts implements Query<PageRequest> {

    private final PrepaidProductStore store;

    GetAvailablePrepaidProducts(PrepaidProductStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_available_prepaid_products",
                Section.HOTSPOTS,
                Permission.RADIUS_READ,
                "Lists the prepaid products that are sold",
                "In the order of their IDs. A product that was added or changed a moment ago may follow seconds later.",
                PrepaidProductView.class);
    }

    @Override
    public PageRequest read(ParameterReader in) {
        return in.page();
    }

    @Override
    public Uni<Page<PrepaidProductView>> answer(PageRequest page, Caller caller) {
        return store.list(page)
                .map(products -> products.stream().map(PrepaidProductView::of).toList())
                .map(views -> Page.of(views, page, PrepaidProductView::productId));
    }
}
