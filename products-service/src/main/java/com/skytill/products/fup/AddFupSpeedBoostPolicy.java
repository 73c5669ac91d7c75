package com.skytill.products.fup;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Adds a fair-use policy that speeds quiet hours up. */
@Singleton
final class AddFupSpeedBoostPolicy implements Update<AddFupSpeedBoostPolicy.Parameters, Void> {

    record Parameters(
            String name,
            Schedule schedule,
            Holidays publicHolidays,
            Speed downloadBoost,
            Speed uploadBoost,
            boolean appliesWhileLimited,
            boolean appliesWhenCapped) {}

    private final FupStore store;

    AddFupSpeedBoostPolicy(FupStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_fup_speed_boost_policy",
                        Section.PRODUCTS,
                        Permission.PRODUCTS_WRITE,
                        "Adds a fair-use policy that speeds quiet hours up",
                        "The schedule is days and hours, separated by semicolons: mon-fri 18:00-06:00; sat,sun,public_holidays"
                                + " 00:00-24:00. Days are mon to sun, ranges of them, and public_holidays, whose dates are given"
                                + " beside it and count whatever day of the week they are. Hours are in the time zone of the WISP and"
                                + " belong to the day that they begin on: those that stop before they start go on past midnight. A"
                                + " boost is added to the speed: kbit/s like 2048, or percent of the speed like 50%. A policy never"
                                + " changes: add another, and give it to the products.",
                        "fup_speed_boost_policy",
                        FupSpeedBoostPolicyView.class)
                .failingBy(ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public Parameters read(ParameterReader in) {
        var parameters = new Parameters(
                in.text("name", "What staff call it, unique in whatever case")
                        .max(100)
                        .example("Nights")
                        .mandatory(),
                in.text("schedule", "Days and hours, like mon-fri 18:00-06:00; sat,sun 00:00-24:00; at most 20 windows")
                        .max(1000)
                        .as(Schedule::parse)
                        .example("mon-fri 18:00-06:00; sat,sun,public_holidays 00:00-24:00")
                        .mandatory(),
                in.text(
                                "public_holidays",
                                "Dates separated by commas, like 2026-12-25, 2026-12-26; mandatory when the"
                                        + " schedule names public_holidays, at most 200")
                        .max(2500)
                        .as(Holidays::parse)
                        .example("2026-12-25, 2026-12-26")
                        .optional(),
                boost(
                        in,
                        "download_boost",
                        "What is added to the speed towards the customer: kbit/s, or percent of it"),
                boost(in, "upload_boost", "What is added to the speed from the customer: kbit/s, or percent of it"),
                in.flag("applies_while_limited", "Whether it applies while a speed limit policy slows down")
                        .orElse(false),
                in.flag("applies_when_capped", "Whether it applies at the capped speed")
                        .orElse(false));
        refuseNonsense(in, parameters);
        return parameters;
    }

    private static Speed boost(ParameterReader in, String name, String text) {
        return in.text(name, text).max(20).as(Speed::ofBoost).example("50%").optional();
    }

    private static void refuseNonsense(ParameterReader in, Parameters parameters) {
        if (!in.given("download_boost") && !in.given("upload_boost")) {
            in.refuse("download_boost", "give this or upload_boost: without them there is no boost");
        }
        if (parameters.schedule() == null) {
            return;
        }
        boolean named = parameters.schedule().namesPublicHolidays();
        if (named && !in.given("public_holidays")) {
            in.refuse("public_holidays", "is mandatory: the schedule names public_holidays");
        }
        if (!named && in.given("public_holidays")) {
            in.refuse("public_holidays", "is not asked for: the schedule does not name public_holidays");
        }
    }

    @Override
    public Uni<Void> check(Parameters parameters, Caller submitter) {
        return store.hasSpeedBoostPolicy(parameters.name())
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(
                                ProblemCode.ALREADY_EXISTS, "Another speed boost policy has this name already");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Void checked, Caller submitter) {
        var policy = new SpeedBoostPolicy();
        policy.name = parameters.name();
        policy.schedule = parameters.schedule().toString();
        policy.publicHolidays = text(parameters.publicHolidays());
        policy.downloadBoost = text(parameters.downloadBoost());
        policy.uploadBoost = text(parameters.uploadBoost());
        policy.appliesWhileLimited = parameters.appliesWhileLimited();
        policy.appliesWhenCapped = parameters.appliesWhenCapped();
        return store.add(policy)
                .map(added ->
                        Outcome.added("fup_speed_boost_policy", added.policyId, FupSpeedBoostPolicyView.of(added)));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
