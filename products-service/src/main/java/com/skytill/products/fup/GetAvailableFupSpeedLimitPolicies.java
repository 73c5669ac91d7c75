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

/** The speed limit policies. */
@Singleton
final class GetAvailableFupSpeedLimitPolicies implements Query<PageRequest> {

    private final FupStore store;

    GetAvailableFupSpeedLimitPolicies(FupStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_available_fup_speed_limit_policies",
                Section.PRODUCTS,
                Permission.PRODUCTS_READ,
                "Lists the fair-use policies that slow heavy use down",
                "In the order in which they were added. A policy never changes; tiers are in the order of their thresholds.",
                FupSpeedLimitPolicyView.class);
    }

    @Override
    public PageRequest read(ParameterReader in) {
        return in.page();
    }

    @Override
    public Uni<Page<FupSpeedLimitPolicyView>> answer(PageRequest page, Caller caller) {
        return store.speedLimitPolicies(page)
                .map(rows -> Page.of(
                        rows.stream().map(FupSpeedLimitPolicyView::of).toList(),
                        page,
                        FupSpeedLimitPolicyView::fupSpeedLimitPolicyId));
    }
}
