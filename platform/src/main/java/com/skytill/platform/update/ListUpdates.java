package com.skytill.platform.update;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.list.Page;
import com.skytill.platform.list.PageRequest;
import com.skytill.platform.operation.Query;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import java.time.Instant;

/** The ledger's two lists differ only in who may see them and in the status that they begin with. */
abstract sealed class ListUpdates implements Query<ListUpdates.Parameters> permits GetPendingUpdates, GetAuditLog {

    record Parameters(
            Long updateId,
            UpdateStatus status,
            String operation,
            String submittedBy,
            String clientId,
            String entity,
            String entityId,
            Instant from,
            Instant to,
            PageRequest page) {}

    private final LedgerStore store;

    ListUpdates(LedgerStore store) {
        this.store = store;
    }

    /** The status asked for when the caller names none; null for any. */
    abstract UpdateStatus standardStatus();

    @Override
    public Parameters read(ParameterReader in) {
        var status = in.choice("status", "Only updates that stand like this", UpdateStatus.class);
        return new Parameters(
                in.id("update_id", "Only this update, with its parameters whole: a list shows 500 characters of each")
                        .optional(),
                standardStatus() == null ? status.optional() : status.orElse(standardStatus()),
                in.text("operation", "Only updates by this operation").max(60).optional(),
                in.text("submitted_by", "Only updates by the user of this username")
                        .max(100)
                        .optional(),
                in.text("client_id", "Only updates through this OAuth client")
                        .max(200)
                        .optional(),
                in.text("entity", "Only updates of this kind of entity, such as customer")
                        .max(60)
                        .optional(),
                in.text("entity_id", "Only updates of the entity with this ID")
                        .max(100)
                        .optional(),
                in.instant("from", "Only updates submitted at this instant or later")
                        .optional(),
                in.instant("to", "Only updates submitted before this instant").optional(),
                in.page());
    }

    @Override
    public Uni<Page<UpdateView>> answer(Parameters wanted, Caller caller) {
        var filter = new LedgerFilter(
                wanted.page().afterId(),
                wanted.updateId(),
                wanted.status(),
                wanted.operation(),
                wanted.submittedBy(),
                wanted.clientId(),
                wanted.entity(),
                wanted.entityId(),
                wanted.from(),
                wanted.to());
        var views = wanted.updateId() == null
                ? store.list(filter, wanted.page().limit() + 1)
                        .map(rows -> rows.stream().map(UpdateView::of).toList())
                : store.one(filter)
                        .map(rows -> rows.stream().map(UpdateView::of).toList());
        return views.map(rows -> Page.of(rows, wanted.page(), UpdateView::updateId));
    }
}
