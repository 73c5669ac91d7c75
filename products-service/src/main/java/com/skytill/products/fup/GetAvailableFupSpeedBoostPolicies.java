package com.skytill.products.fup;

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

/** The speed boost policies. */
@Singleton
final class GetAvailableFupSpeedBoostPolicies implements Query<PageRequest> {

    private final FupStore store;

    GetAvailableFupSpeedBoostPolicies(FupStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_available_fup_speed_boost_policies",
                Section.PRODUCTS,
                Permission.PRODUCTS_READ,
                "Lists the fair-use policies that speed quiet hours up",
                "In the order in which they were added. A policy never changes; times are in the time zone of the WISP.",
                FupSpeedBoostPolicyView.class);
    }

    @Override
    public PageRequest read(ParameterReader in) {
        return in.page();
    }

    @Override
    public Uni<Page<FupSpeedBoostPolicyView>> answer(PageRequest page, Caller caller) {
        return store.speedBoostPolicies(page)
                .map(rows -> Page.of(
                        rows.stream().map(FupSpeedBoostPolicyView::of).toList(),
                        page,
                        FupSpeedBoostPolicyView::fupSpeedBoostPolicyId));
    }
}
