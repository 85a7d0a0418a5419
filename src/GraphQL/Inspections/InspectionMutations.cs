using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Attachments;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Inspections;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    /// <summary>计划检查. Plans the inspection of one enterprise.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<PlanInspectionPayload> PlanInspection(PlanInspectionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (inspection, errors) = await InspectionCommands.MakeAsync(field, new PlanInspection(input.EnterpriseCreditCode, input.Basis, input.PlannedOn, input.Campaign, input.Officers is null ? null : [.. input.Officers], input.ProductClass, input.Lead, input.Section) with { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new PlanInspectionPayload(inspection, errors);
    }

    /// <summary>记录检查. Records what was found; two officers at least, something on each of the three areas.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RecordInspectionPayload> RecordInspection(RecordInspectionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (inspection, errors) = await InspectionCommands.GiveAsync(field, input.Number, new RecordInspection([.. input.Officers], [.. input.Findings.Select(finding => finding.Report())], input.Result, input.Summary, input.InspectedOn, input.LeadTo, input.CaseNumber, input.IsGuidedToLicence ?? false, AttachmentInput.References(input.Attachments), input.Violation) with { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new RecordInspectionPayload(inspection, errors);
    }

    /// <summary>取消检查. Cancels a planned inspection.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<CancelInspectionPayload> CancelInspection(CancelInspectionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (inspection, errors) = await InspectionCommands.GiveAsync(field, input.Number, new CancelInspection(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) with { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new CancelInspectionPayload(inspection, errors);
    }

    /// <summary>指派检查人员. Names who is to go, two at least; in place of those named before.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<AssignInspectionOfficersPayload> AssignInspectionOfficers(AssignInspectionOfficersInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new AssignInspectionOfficers([.. input.Officers], new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (inspection, errors) = await InspectionCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new AssignInspectionOfficersPayload(inspection, errors);
    }
}

/// <summary>How inspection mutations give their commands.</summary>
internal static class InspectionCommands
{
    /// <summary>Gives a command to the one of this number.</summary>
    public static async Task<(InspectionType? Inspection, IReadOnlyList<Refusal>? Errors)> GiveAsync(IResolveFieldContext field, string number, InspectionCommand command, Guid? commandId) =>
        DrawnNumber.Parse(Grains.Inspections.Inspection.NumberPrefix, number, out var parsed) is { } problem
            ? (null, [problem])
            : await ToAsync(field, parsed, command, commandId, makes: false).ConfigureAwait(false);

    /// <summary>Gives the command that makes one. Its number follows from who asks and under which command id: asked again, the same is found again.</summary>
    public static Task<(InspectionType? Inspection, IReadOnlyList<Refusal>? Errors)> MakeAsync(IResolveFieldContext field, InspectionCommand command, Guid? commandId)
    {
        var actor = Commands.ActorOf(field, commandId);
        return ToAsync(field, DrawnNumber.For(Grains.Inspections.Inspection.NumberPrefix, actor), command, actor.CommandId, makes: true);
    }

    private static async Task<(InspectionType? Inspection, IReadOnlyList<Refusal>? Errors)> ToAsync(IResolveFieldContext field, string number, InspectionCommand command, Guid? commandId, bool makes)
    {
        var grain = field.RequestServices!.GetRequiredService<IGrainFactory>().GetGrain<IInspectionGrain>(number);
        var (subject, errors) = await Commands.GiveAsync(field, Grains.Inspections.Inspection.Concept.Name, number, grain, command, commandId, makes).ConfigureAwait(false);
        return (subject is null ? null : new InspectionType(subject), errors);
    }
}
