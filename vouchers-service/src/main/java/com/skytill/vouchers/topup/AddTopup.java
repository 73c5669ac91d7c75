package com.skytill.vouchers.topup;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.vouchers.calendar.WispCalendar;
import com.skytill.vouchers.identity.Account;
import com.skytill.vouchers.identity.AccountLookupStore;
import com.skytill.vouchers.identity.AccountReference;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.Clock;

/** Asks for more data for an account; a till that has the money applies it in the same call. */
@Singleton
final class AddTopup implements Update<AddTopup.Parameters, AddTopup.Checked> {

    /** The offer without a type is whole, or a parameter is missing. */
    record Parameters(
            AccountReference account,
            Long topupTypeId,
            Long sizeBytes,
            String name,
            BigDecimal price,
            Integer carryMonths,
            AskedSource source,
            FirstStatus status,
            String comment) {}

    record Checked(Account account, TopupOffer offer) {}

    private final AccountLookupStore accounts;
    private final TopupTypeStore types;
    private final TopupStore store;
    private final Completion completion;
    private final WispCalendar calendar;
    private final Clock clock;

    AddTopup(
            AccountLookupStore accounts,
            TopupTypeStore types,
            TopupStore store,
            Completion completion,
            WispCalendar calendar,
            Clock clock) {
        this.accounts = accounts;
        this.types = types;
        this.store = store;
        this.completion = completion;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_topup",
                        Section.DATA_ACCOUNTS,
                        Permission.RADIUS_WRITE,
                        "Adds a top-up to a data account",
                        "Give username or account_id, and topup_type_id or a size, name and price of your own. A price of your own that"
                                + " differs from the type's needs accounting_write. Within the type's promotion the size is doubled."
                                + " Only accounts with a monthly cap take top-ups.",
                        "topup",
                        TopupView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ILLEGAL_STATE, ProblemCode.RULE_VIOLATED);
    }

    @Override
    public Parameters read(ParameterReader in) {
        var parameters = new Parameters(
                AccountReference.read(in),
                in.id("topup_type_id", "What is bought").optional(),
                TopupParameters.size(in).optional(),
                in.text("name", "What it is called, when it is of no type")
                        .max(100)
                        .optional(),
                in.money("price", "What is asked for it, VAT included; the type's price when absent")
                        .optional(),
                TopupParameters.carryMonths(in).optional(),
                in.choice("source", "Where it comes from", AskedSource.class).orElse(AskedSource.API),
                in.choice(
                                "status",
                                "How far it has come: requested waits for its payment, paid for being applied, and completed is paid"
                                        + " and applied at once",
                                FirstStatus.class)
                        .orElse(FirstStatus.REQUESTED),
                in.lines("comment", "For staff").max(500).optional());
        for (String own : new String[] {"size", "name", "carry_months"}) {
            if (in.given("topup_type_id") && in.given(own)) {
                in.refuse(own, "can't be given together with topup_type_id, whose own it is");
            }
        }
        for (String needed : new String[] {"size", "name", "price"}) {
            if (!in.given("topup_type_id") && !in.given(needed)) {
                in.refuse(needed, "is mandatory, unless topup_type_id is given");
            }
        }
        return parameters;
    }

    @Override
    public Uni<Checked> check(Parameters parameters, Caller submitter) {
        parameters.account().require("");
        return offer(parameters, submitter)
                .flatMap(offer -> accounts.lock(parameters.account())
                        .invoke(Completion::requireCap)
                        .map(account -> new Checked(account, offer)));
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Checked checked, Caller submitter) {
        var topup = new NewTopup(
                checked.account().accountId(),
                parameters.topupTypeId(),
                checked.offer(),
                parameters.source(),
                parameters.status() != FirstStatus.REQUESTED,
                parameters.comment(),
                submitter,
                clock.instant());
        return store.add(topup)
                .call(id -> parameters.status() == FirstStatus.COMPLETED
                        ? completion.complete(id, submitter)
                        : Uni.createFrom().voidItem())
                .flatMap(store::get)
                .map(row -> Outcome.added("topup", row.topupId, TopupView.of(row)));
    }

    private Uni<TopupOffer> offer(Parameters own, Caller submitter) {
        if (own.topupTypeId() == null) {
            submitter.require(Permission.ACCOUNTING_WRITE);
            int carryMonths = own.carryMonths() == null ? 0 : own.carryMonths();
            return Uni.createFrom().item(new TopupOffer(own.name(), own.sizeBytes(), own.price(), carryMonths));
        }
        return types.find(own.topupTypeId()).map(found -> {
            var type =
                    found.orElseThrow(() -> ProblemException.parameter("topup_type_id", "there is none with this ID"));
            // Compared as amounts: 10 is 10.00.
            if (own.price() != null && own.price().compareTo(type.price) != 0) {
                submitter.require(Permission.ACCOUNTING_WRITE);
            }
            return type.offerOn(calendar.day(clock.instant())).at(own.price());
        });
    }
}
