package com.skytill.vouchers;

import com.skytill.platform.operation.Operations;
import com.skytill.testing.contract.Contract;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

@QuarkusTest
class ContractTest {

    @Inject
    Operations operations;

    @Test
    void committedDocumentSaysWhatTheOperationsDo() {
        Contract.check(operations, "vouchers-service");
    }
}
