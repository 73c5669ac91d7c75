package com.skytill.platform.update;

import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Section;

import jakarta.inject.Singleton;

/** The review queue. */
@Singleton
final class GetPendingUpdates extends ListUpdates {

    private final ReviewSection section;

    GetPendingUpdates(LedgerStore store, ReviewSection section) {
        super(store);
        this.section = section;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                section.operation("get_pending", "updates"),
                Section.REVIEW,
                Permission.REVIEW_READ,
                "Lists the updates that wait for review",
                "Answers the waiting ones unless a status is named.",
                UpdateView.class);
    }

    @Override
    UpdateStatus standardStatus() {
        return UpdateStatus.PENDING_REVIEW;
    }
}
