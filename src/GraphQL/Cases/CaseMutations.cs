using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Attachments;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    /// <summary>登记线索. Records a lead: from here on there is a case, and the clock of the filing decision runs.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RecordLeadPayload> RecordLead(RecordLeadInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new RecordLead(input.Title, input.Violation, input.Source, input.ReceivedOn, input.Facts, input.SubKind, input.SourceReference, input.EnterpriseCreditCode, input.PartyKind, input.PartyName, input.PartyAddress, [.. input.ProductClasses ?? []], input.ActEndedOn, input.HarmsSafety ?? false) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, null, command, input.CommandId).ConfigureAwait(false);
        return new RecordLeadPayload(@case, errors);
    }

    /// <summary>决定不予立案. Decides that the lead makes no case (程序规定 第二十条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<DecideNotToFilePayload> DecideNotToFile(DecideNotToFileInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new DecideNotToFile(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new DecideNotToFilePayload(@case, errors);
    }

    /// <summary>立案. Files the case and names its officers, two at least (行政处罚法 第四十二条、第五十四条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<FileCasePayload> FileCase(FileCaseInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new FileCase([.. input.Officers], new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new FileCasePayload(@case, errors);
    }

    /// <summary>指派办案人员. Names other officers, two at least; those before stay investigators for the review.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<AssignCaseOfficersPayload> AssignCaseOfficers(AssignCaseOfficersInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new AssignCaseOfficers([.. input.Officers], new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new AssignCaseOfficersPayload(@case, errors);
    }

    /// <summary>追加当事人. Adds an enterprise, person or den that the case is also about.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<AddCasePartyPayload> AddCaseParty(AddCasePartyInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new AddCaseParty(input.Kind, input.Name, input.CreditCode, input.Address) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new AddCasePartyPayload(@case, errors);
    }

    /// <summary>登记涉案数额. Records what was found of amounts and circumstances; it replaces what was recorded before and is compared with the thresholds of crime at once.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RecordCaseFiguresPayload> RecordCaseFigures(RecordCaseFiguresInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new RecordCaseFigures(Money.Fen("goodsValueCny", input.GoodsValueCny), Money.Fen("salesAmountCny", input.SalesAmountCny ?? 0), Money.Fen("unsoldValueCny", input.UnsoldValueCny ?? 0), Money.Fen("illegalGainsCny", input.IllegalGainsCny ?? 0), Money.Fen("businessAmountCny", input.BusinessAmountCny ?? 0), Money.Fen("lossCny", input.LossCny ?? 0), input.LabelPieces ?? 0, input.Marks, [.. input.Circumstances ?? []]) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new RecordCaseFiguresPayload(@case, errors);
    }

    /// <summary>确定为大案要案. Makes it a major case by decision (R1.2).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<MarkMajorCasePayload> MarkMajorCase(MarkMajorCaseInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new MarkMajorCase(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new MarkMajorCasePayload(@case, errors);
    }

    /// <summary>并案办理. Handles it together with another case.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<JoinCasePayload> JoinCase(JoinCaseInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var grounds = new Grounds(input.Reason, input.Basis, input.DocumentNumber);
        if (DrawnNumber.Parse(Case.Prefix, input.Number, out var number) is not null || DrawnNumber.Parse(Case.Prefix, input.Other, out var other) is not null || string.CompareOrdinal(number, other) <= 0)
        {
            var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, new JoinCase(input.Other, grounds) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
            return new JoinCasePayload(@case, errors);
        }

        // The lesser number tells the greater; what is answered is the case that was named.
        var grain = field.RequestServices!.GetRequiredService<IGrainFactory>().GetGrain<ICaseGrain>(number);
        if (input.ExpectedVersion is { } expected && await grain.Read().ConfigureAwait(false) is { } seen && seen.Version != expected && !seen.State.Joined.Contains(other))
        {
            return new JoinCasePayload(new CaseType(seen), [new VersionConflict(expected, seen.Version)]);
        }

        var (_, refused) = await CaseCommands.GiveAsync(field, other, new JoinCase(number, grounds), input.CommandId).ConfigureAwait(false);
        return new JoinCasePayload(await grain.Read().ConfigureAwait(false) is { } named ? new CaseType(named) : null, refused);
    }

    /// <summary>登记证据. Records a piece of evidence taken by two officers at least (行政处罚法 第四十二条、第四十六条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<AddEvidencePayload> AddEvidence(AddEvidenceInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new AddEvidence(input.Kind, input.Title, input.TakenOn, [.. input.TakenBy], input.Holder, input.Place, input.Attachment, AttachmentInput.References(input.Attachments)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new AddEvidencePayload(@case, errors);
    }

    /// <summary>移交证据保管. Hands a piece of evidence to another keeper; the chain of custody shows it.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<MoveEvidencePayload> MoveEvidence(MoveEvidenceInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new MoveEvidence(input.Evidence, input.Holder, input.Place) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new MoveEvidencePayload(@case, errors);
    }

    /// <summary>查封、扣押、先行登记保存. Seals, seizes or preserves goods; each has a clock of its own (行政强制法 第二十五条, 行政处罚法 第五十六条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<SeizeGoodsPayload> SeizeGoods(SeizeGoodsInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new SeizeGoods(input.Kind, input.Goods, [.. input.Officers], new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new SeizeGoodsPayload(@case, errors);
    }

    /// <summary>处理被采取措施的物品. Ends a measure on goods.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<EndSeizurePayload> EndSeizure(EndSeizureInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new EndSeizure(input.Seizure, input.Outcome, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new EndSeizurePayload(@case, errors);
    }

    /// <summary>委托检验检测. Has something tested; the time of the test is not counted (程序规定 第六十四条, 行政强制法 第二十五条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<OrderTestPayload> OrderTest(OrderTestInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new OrderTest(input.Laboratory, input.Sample, input.DocumentNumber, input.Seizure, input.Reason) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new OrderTestPayload(@case, errors);
    }

    /// <summary>登记检验结果. Records the result of a test; the clocks go on from its day.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RecordTestResultPayload> RecordTestResult(RecordTestResultInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new RecordTestResult(input.Test, input.Passed, input.Report) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new RecordTestResultPayload(@case, errors);
    }

    /// <summary>中止期限. Stops the clocks that the reason stops (程序规定 第六十四条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<PauseCasePayload> PauseCase(PauseCaseInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new PauseCase(input.Reason, input.DocumentNumber, input.StartedOn) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new PauseCasePayload(@case, errors);
    }

    /// <summary>恢复期限. Ends a pause.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<EndCasePausePayload> EndCasePause(EndCasePauseInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new EndCasePause(input.Pause, input.EndedOn) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new EndCasePausePayload(@case, errors);
    }

    /// <summary>延长期限. Extends a clock as its rule provides; the head grants it (程序规定 第十八条、第六十四条, 行政强制法 第二十五条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<ExtendCaseClockPayload> ExtendCaseClock(ExtendCaseClockInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new ExtendCaseClock(input.Clock, input.Item, input.Length, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new ExtendCaseClockPayload(@case, errors);
    }

    /// <summary>提出处罚建议. Ends the investigation with a proposal and hands the file to legal review.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<ProposePenaltyPayload> ProposePenalty(ProposePenaltyInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new ProposePenalty(Money.Fen("fineCny", input.FineCny), Money.Fen("confiscatedGainsCny", input.ConfiscatedGainsCny ?? 0), Money.Fen("confiscatedGoodsCny", input.ConfiscatedGoodsCny ?? 0), [.. input.Others ?? []], new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new ProposePenaltyPayload(@case, errors);
    }

    /// <summary>退回补充调查. Legal review sends the file back.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<ReturnForInvestigationPayload> ReturnForInvestigation(ReturnForInvestigationInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new ReturnForInvestigation(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new ReturnForInvestigationPayload(@case, errors);
    }

    /// <summary>通过法制审核. Legal review passes the proposal; the reviewer must not have investigated (行政处罚法 第五十八条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<PassLegalReviewPayload> PassLegalReview(PassLegalReviewInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new PassLegalReview(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new PassLegalReviewPayload(@case, errors);
    }

    /// <summary>送达权利告知书. Tells the party what is proposed and what rights it has (行政处罚法 第四十四条、第六十三条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<NotifyRightsPayload> NotifyRights(NotifyRightsInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new NotifyRights(input.ServedOn, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new NotifyRightsPayload(@case, errors);
    }

    /// <summary>登记当事人答复. Records that the party stated its case, asked for a hearing or waived its rights.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RecordPartyAnswerPayload> RecordPartyAnswer(RecordPartyAnswerInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new RecordPartyAnswer(input.Answer, input.DocumentNumber) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new RecordPartyAnswerPayload(@case, errors);
    }

    /// <summary>通知听证. Announces the hearing, seven working days before at the latest (行政处罚法 第六十四条第二项).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<AnnounceHearingPayload> AnnounceHearing(AnnounceHearingInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new AnnounceHearing(input.HearingOn, input.DocumentNumber) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new AnnounceHearingPayload(@case, errors);
    }

    /// <summary>登记听证. Records that the hearing was held; who presides must not have investigated (行政处罚法 第六十四条第四项).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RecordHearingPayload> RecordHearing(RecordHearingInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new RecordHearing(input.HeldOn, input.Chair, input.Report) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new RecordHearingPayload(@case, errors);
    }

    /// <summary>作出处罚决定. Decides the penalty (行政处罚法 第五十七条). Refused while the duty to transfer stands: no fine in place of transfer.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<DecidePenaltyPayload> DecidePenalty(DecidePenaltyInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new DecidePenalty(Money.Fen("fineCny", input.FineCny), input.Discretion, Money.Fen("confiscatedGainsCny", input.ConfiscatedGainsCny ?? 0), Money.Fen("confiscatedGoodsCny", input.ConfiscatedGoodsCny ?? 0), [.. input.Others ?? []], input.IsCollective ?? false, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new DecidePenaltyPayload(@case, errors);
    }

    /// <summary>送达处罚决定. Records that the decision was served (行政处罚法 第六十一条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<ServeDecisionPayload> ServeDecision(ServeDecisionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new ServeDecision(input.ServedOn, input.DocumentNumber) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new ServeDecisionPayload(@case, errors);
    }

    /// <summary>公示处罚决定. Records that the decision was published.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<PublishDecisionPayload> PublishDecision(PublishDecisionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new PublishDecision(input.PublishedOn, input.Place) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new PublishDecisionPayload(@case, errors);
    }

    /// <summary>准予延期、分期缴纳. Lets the party pay later or in parts (行政处罚法 第六十六条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<AllowInstalmentsPayload> AllowInstalments(AllowInstalmentsInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new AllowInstalments(input.Until, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new AllowInstalmentsPayload(@case, errors);
    }

    /// <summary>申请法院强制执行. Asks the court to enforce the decision (行政强制法 第五十三条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RequestCourtEnforcementPayload> RequestCourtEnforcement(RequestCourtEnforcementInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new RequestCourtEnforcement(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new RequestCourtEnforcementPayload(@case, errors);
    }

    /// <summary>执行处罚. Records what was collected.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<ExecutePenaltyPayload> ExecutePenalty(ExecutePenaltyInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new ExecutePenalty(Money.Fen("amountCny", input.AmountCny), input.PaidOn, input.DocumentNumber) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new ExecutePenaltyPayload(@case, errors);
    }

    /// <summary>结案. Closes the case when nothing is left to do. Refused while the duty to transfer stands.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<CloseCasePayload> CloseCase(CloseCaseInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new CloseCase(input.Outcome, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new CloseCasePayload(@case, errors);
    }

    /// <summary>撤销案件. Withdraws a case in which the act does not stand (程序规定 第四十七条). Refused while the duty to transfer stands.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<WithdrawCasePayload> WithdrawCase(WithdrawCaseInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new WithdrawCase(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new WithdrawCasePayload(@case, errors);
    }

    /// <summary>登记警示规范情况. Records which enterprises were warned and which practice was corrected (R3.2.4).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RecordCaseFollowUpPayload> RecordCaseFollowUp(RecordCaseFollowUpInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new RecordCaseFollowUp(input.Practice, [.. input.Warned ?? []]) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new RecordCaseFollowUpPayload(@case, errors);
    }
}

/// <summary>How case mutations give their commands.</summary>
internal static class CaseCommands
{
    public static async Task<(CaseType? Case, IReadOnlyList<Refusal>? Errors)> GiveAsync(IResolveFieldContext field, string? number, CaseCommand command, Guid? commandId)
    {
        // A lead's number follows from who records it and under which command id, so that a repeat finds the same case.
        var actor = Commands.ActorOf(field, commandId);
        var key = number is null ? DrawnNumber.For(Case.Prefix, actor) : string.Empty;
        if (number is not null && DrawnNumber.Parse(Case.Prefix, number, out key) is { } problem)
        {
            return (null, [problem]);
        }

        var grain = field.RequestServices!.GetRequiredService<IGrainFactory>().GetGrain<ICaseGrain>(key);
        var (subject, errors) = await Commands.GiveAsync(field, Case.Concept.Name, key, grain, command, actor.CommandId, makes: number is null).ConfigureAwait(false);
        return (subject is null ? null : new CaseType(subject), errors);
    }
}
