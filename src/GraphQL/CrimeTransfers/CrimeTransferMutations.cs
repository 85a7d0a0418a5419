using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.CrimeTransfers;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    /// <summary>启动移送. Opens the transfer of a case in which a crime is suspected (移送规定 第三条). The clock of task group and report runs.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<OpenCrimeTransferPayload> OpenCrimeTransfer(OpenCrimeTransferInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new OpenCrimeTransfer(input.CaseNumber, input.Agency, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (crimeTransfer, errors) = await CrimeTransferCommands.GiveAsync(field, null, command, input.CommandId).ConfigureAwait(false);
        return new OpenCrimeTransferPayload(crimeTransfer, errors);
    }

    /// <summary>商请公安机关提前介入. Asks the police to step in at once, where a suspect may flee or evidence be destroyed (R2.4.2); without a transfer it opens one.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RequestEarlyInterventionPayload> RequestEarlyIntervention(RequestEarlyInterventionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new RequestEarlyIntervention(input.Situation, input.CaseNumber, input.Agency, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (crimeTransfer, errors) = await CrimeTransferCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new RequestEarlyInterventionPayload(crimeTransfer, errors);
    }

    /// <summary>组成专案组并提出移送报告. Names two officers at least and hands their report to the head (移送规定 第五条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<NameTransferTaskGroupPayload> NameTransferTaskGroup(NameTransferTaskGroupInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new NameTransferTaskGroup([.. input.Members], input.Report, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (crimeTransfer, errors) = await CrimeTransferCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new NameTransferTaskGroupPayload(crimeTransfer, errors);
    }

    /// <summary>批准或者不批准移送. The head decides on the report (移送规定 第五条); a refusal states its reason, and the duty stays.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<DecideCrimeTransferPayload> DecideCrimeTransfer(DecideCrimeTransferInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new DecideCrimeTransfer(input.Approve, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (crimeTransfer, errors) = await CrimeTransferCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new DecideCrimeTransferPayload(crimeTransfer, errors);
    }

    /// <summary>向公安机关移送. Sends the case with its complete materials (移送规定 第五条、第六条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<SendCrimeTransferPayload> SendCrimeTransfer(SendCrimeTransferInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new SendCrimeTransfer([.. input.Materials ?? []], new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (crimeTransfer, errors) = await CrimeTransferCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new SendCrimeTransferPayload(crimeTransfer, errors);
    }

    /// <summary>提请复议. Asks the police to reconsider (移送规定 第九条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RequestReconsiderationPayload> RequestReconsideration(RequestReconsiderationInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new RequestReconsideration(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (crimeTransfer, errors) = await CrimeTransferCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new RequestReconsiderationPayload(crimeTransfer, errors);
    }

    /// <summary>建议检察院立案监督. Asks the prosecutor to supervise the filing (移送规定 第九条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RequestProsecutorSupervisionPayload> RequestProsecutorSupervision(RequestProsecutorSupervisionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new RequestProsecutorSupervision(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (crimeTransfer, errors) = await CrimeTransferCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new RequestProsecutorSupervisionPayload(crimeTransfer, errors);
    }

    /// <summary>移交涉案物品和材料. Hands over goods and materials after the police have filed it (移送规定 第十二条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<HandOverEvidencePayload> HandOverEvidence(HandOverEvidenceInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new HandOverEvidence(input.Goods, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (crimeTransfer, errors) = await CrimeTransferCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new HandOverEvidencePayload(crimeTransfer, errors);
    }

    /// <summary>答复提前介入. The police say whether they step in.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<AnswerEarlyInterventionPayload> AnswerEarlyIntervention(AnswerEarlyInterventionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new AnswerEarlyIntervention(input.Joins, input.DocumentNumber) { ExpectedVersion = input.ExpectedVersion };
        var (crimeTransfer, errors) = await CrimeTransferCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new AnswerEarlyInterventionPayload(crimeTransfer, errors);
    }

    /// <summary>公安机关签收. The police sign for the case (移送规定 第七条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RecordPoliceReceiptPayload> RecordPoliceReceipt(RecordPoliceReceiptInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new RecordPoliceReceipt(input.ReceiptNumber) { ExpectedVersion = input.ExpectedVersion };
        var (crimeTransfer, errors) = await CrimeTransferCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new RecordPoliceReceiptPayload(crimeTransfer, errors);
    }

    /// <summary>公安机关立案决定. The police decide whether to file: on the transfer, on the reconsideration, or after supervision (移送规定 第八条、第九条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RecordPoliceDecisionPayload> RecordPoliceDecision(RecordPoliceDecisionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new RecordPoliceDecision(input.Filed, input.Explanation, input.DocumentNumber) { ExpectedVersion = input.ExpectedVersion };
        var (crimeTransfer, errors) = await CrimeTransferCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new RecordPoliceDecisionPayload(crimeTransfer, errors);
    }

    /// <summary>公安机关转送. The police send a case on that is not theirs, to whoever is competent, and tell the bureau (移送规定 第七条); from then on that agency has it.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<ForwardCrimeTransferPayload> ForwardCrimeTransfer(ForwardCrimeTransferInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new ForwardCrimeTransfer(input.Agency, input.Explanation, input.DocumentNumber) { ExpectedVersion = input.ExpectedVersion };
        var (crimeTransfer, errors) = await CrimeTransferCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new ForwardCrimeTransferPayload(crimeTransfer, errors);
    }

    /// <summary>公安机关退回. The police give a case back that they had filed; it goes on administratively (移送规定 第十条、第十三条).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RecordPoliceReturnPayload> RecordPoliceReturn(RecordPoliceReturnInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new RecordPoliceReturn(input.Explanation, input.DocumentNumber) { ExpectedVersion = input.ExpectedVersion };
        var (crimeTransfer, errors) = await CrimeTransferCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new RecordPoliceReturnPayload(crimeTransfer, errors);
    }
}

/// <summary>How transfer mutations give their commands.</summary>
internal static class CrimeTransferCommands
{
    public static async Task<(CrimeTransferType? Transfer, IReadOnlyList<Refusal>? Errors)> GiveAsync(IResolveFieldContext field, string? number, CrimeTransferCommand command, Guid? commandId)
    {
        // A transfer's number follows from who opens it and under which command id, so that a repeat finds the same one.
        var actor = Commands.ActorOf(field, commandId);
        var key = number is null ? DrawnNumber.For(CrimeTransfer.Prefix, actor) : string.Empty;
        if (number is not null && DrawnNumber.Parse(CrimeTransfer.Prefix, number, out key) is { } problem)
        {
            return (null, [problem]);
        }

        var grain = field.RequestServices!.GetRequiredService<IGrainFactory>().GetGrain<ICrimeTransferGrain>(key);
        var (subject, errors) = await Commands.GiveAsync(field, CrimeTransfer.Concept.Name, key, grain, command, actor.CommandId, makes: number is null).ConfigureAwait(false);

        // What concerns another agency is shown to nobody of this one, not even with a refusal.
        return (subject is null || (actor.Agency is { } agency && !subject.State.IsVisibleTo(agency)) ? null : new CrimeTransferType(subject), errors);
    }
}
