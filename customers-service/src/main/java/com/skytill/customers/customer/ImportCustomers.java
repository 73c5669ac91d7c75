package com.skytill.customers.customer;

import com.skytill.customers.csv.CsvFault;
import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ParameterFault;
import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** Adds all customers of a file, or none of them. */
@Singleton
final class ImportCustomers implements Update<ImportCustomers.Parameters, CheckedImport> {

    private static final String CSV = "csv";
    private static final int MOST_CHARACTERS = 4_000_000;

    record Parameters(String csv, boolean dryRun) {}

    private final ImportChecks checks;
    private final ImportCodes codes;
    private final ImportStore store;
    private final Vertx workers;
    private final Clock clock;

    ImportCustomers(ImportChecks checks, ImportCodes codes, ImportStore store, Vertx workers, Clock clock) {
        this.checks = checks;
        this.codes = codes;
        this.store = store;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "import_customers",
                        Section.CUSTOMERS,
                        Permission.CUSTOMERS_WRITE,
                        "Imports customers from CSV",
                        "Its columns are the parameters of add_customer, and status and status_reason, in any order, named by the first"
                                + " line. Commas, semicolons or tabs; quoted values may have line breaks. All customers are added or,"
                                + " when one of them can't be, none: then errors has an entry for each fault, which begins with the"
                                + " number of the line. At most "
                                + ImportFile.MOST_ROWS
                                + " customers. A dry run changes nothing, and never waits for review.",
                        "import",
                        ImportView.class)
                .listing("customers", ImportedCustomerView.class)
                .listing("possible_duplicates", ImportDuplicateView.class)
                .failingBy(ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.file(CSV, "The file's text; with curl -F 'csv=<customers.csv'")
                        .max(MOST_CHARACTERS)
                        .example(
                                "kind,name,phone,email,billing_group_id\nindividual,Piet Slabbert,021 555 0100,piet@example.com,17\n")
                        .mandatory(),
                in.flag("dry_run", "Whether only to check the file: nothing is added")
                        .orElse(false));
    }

    @Override
    public Uni<CheckedImport> check(Parameters parameters, Caller submitter) {
        // A file of thousands of rows would hold up the event loop.
        return workers.executeBlocking(() -> ImportFile.read(parameters.csv()))
                .flatMap(file -> checks.faults(file)
                        .invoke(ImportCustomers::refuse)
                        .chain(() -> store.duplicates(file.rows()))
                        .map(duplicates -> new CheckedImport(file.rows(), duplicates)));
    }

    @Override
    public boolean dryRun(Parameters parameters) {
        return parameters.dryRun();
    }

    @Override
    public Outcome preview(Parameters parameters, CheckedImport checked) {
        return outcome("", checked, List.of());
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, CheckedImport checked, Caller submitter) {
        return codes.give(checked.rows())
                .flatMap(rows -> store.add(rows, clock.instant()))
                .map(added -> outcome(
                        added.getFirst().customerId() + "-" + added.getLast().customerId(), checked, added));
    }

    private static Outcome outcome(String id, CheckedImport checked, List<ImportedCustomerView> added) {
        return Outcome.changed("import", id, new ImportView(checked.rows().size()))
                .with("customers", added)
                .with("possible_duplicates", checked.duplicates());
    }

    private static void refuse(List<CsvFault> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(faults.stream()
                    .sorted(Comparator.comparingInt(CsvFault::line))
                    .map(fault -> new ParameterFault(CSV, ProblemCode.INVALID_PARAMETER, fault.text()))
                    .toList()));
        }
    }
}
