package com.skytill.vouchers.topup;

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

/** The top-ups that are sold. */
@Singleton
final class GetTopupTypes implements Query<PageRequest> {

    private final TopupTypeStore store;

    GetTopupTypes(TopupTypeStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_topup_types",
                Section.DATA_ACCOUNTS,
                Permission.RADIUS_READ,
                "Lists the top-up types",
                "In the order in which they were added.",
                TopupTypeView.class);
    }

    @Override
    public PageRequest read(ParameterReader in) {
        return in.page();
    }

    @Override
    public Uni<Page<TopupTypeView>> answer(PageRequest page, Caller caller) {
        return store.list(page)
                .map(types -> types.stream().map(TopupTypeView::of).toList())
                .map(views -> Page.of(views, page, TopupTypeView::topupTypeId));
    }
}
