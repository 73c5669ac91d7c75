package com.skytill.vouchers.hotspot;

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

/** The hotspots, with who is online. */
@Singleton
final class GetAvailableHotspotList implements Query<GetAvailableHotspotList.Parameters> {

    record Parameters(String search, PageRequest page) {}

    private final HotspotStore store;
    private final HotspotViews views;

    GetAvailableHotspotList(HotspotStore store, HotspotViews views) {
        this.store = store;
        this.views = views;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_available_hotspot_list",
                Section.HOTSPOTS,
                Permission.RADIUS_READ,
                "Lists the hotspots",
                "Online are the sessions that were heard from within three accounting intervals.",
                HotspotView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.text("search", "Only hotspots with this in their name, address or nas_identifier")
                        .max(100)
                        .optional(),
                in.page());
    }

    @Override
    public Uni<Page<HotspotView>> answer(Parameters parameters, Caller caller) {
        var page = parameters.page();
        return store.list(parameters.search(), page.afterId(), page.limit() + 1)
                .flatMap(views::of)
                .map(shown -> Page.of(shown, page, HotspotView::hotspotId));
    }
}
