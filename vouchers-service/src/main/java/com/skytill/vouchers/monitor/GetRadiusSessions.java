package com.skytill.vouchers.monitor;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Who is online, and who was. */
@Singleton
final class GetRadiusSessions implements Query<RadiusSessionFilter> {

    private final RadiusSessionStore store;

    GetRadiusSessions(RadiusSessionStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_radius_sessions",
                Section.HOTSPOTS,
                Permission.RADIUS_READ,
                "Lists RADIUS sessions",
                "The newest first, by when they were opened: when the login was let in, or when the session began if it"
                        + " had none. Online are those that have not ended and were heard from within three accounting"
                        + " intervals. A voucher is shown by its ID: its code is all that a login needs.",
                RadiusSessionView.class);
    }

    @Override
    public RadiusSessionFilter read(ParameterReader in) {
        return RadiusSessionFilter.read(in);
    }

    @Override
    public Uni<Page<RadiusSessionView>> answer(RadiusSessionFilter filter, Caller caller) {
        return store.list(filter).map(sessions -> Page.of(sessions, filter.page(), RadiusSessionView::sessionId));
    }
}
