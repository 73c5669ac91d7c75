package com.skytill.platform.update;

import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Section;

import jakarta.inject.Singleton;

/** The audit trail: every update that was submitted, whatever became of it. */
@Singleton
final class GetAuditLog extends ListUpdates {

    private final ReviewSection section;

    GetAuditLog(LedgerStore store, ReviewSection section) {
        super(store);
        this.section = section;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                section.operation("get", "audit_log"),
                Section.CONFIGURATION,
                Permission.SYSTEM_READ,
                "Lists all submitted updates",
                "Who submitted what through which client, who decided it, when and why.",
                UpdateView.class);
    }

    @Override
    UpdateStatus standardStatus() {
        return null;
    }
}
