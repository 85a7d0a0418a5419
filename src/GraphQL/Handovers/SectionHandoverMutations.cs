using GraphQL;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.CrimeTransfers;
using ShuangDa.GraphQL.Handovers;
using ShuangDa.GraphQL.Inspections;
using ShuangDa.GraphQL.Rectifications;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    /// <summary>移交案件. Another section answers for it from now on; both see it, and deadlines run on (R3.4.1).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<HandOverCasePayload> HandOverCase(HandOverCaseInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new HandOverCase(input.ToSection, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (@case, errors) = await CaseCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new HandOverCasePayload(@case, errors);
    }

    /// <summary>变更移送科室. Another section of the bureau answers for the transfer from now on; both see it, and deadlines run on (R3.4.1).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<ChangeTransferSectionPayload> ChangeTransferSection(ChangeTransferSectionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new ChangeTransferSection(input.ToSection, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (transfer, errors) = await CrimeTransferCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new ChangeTransferSectionPayload(transfer, errors);
    }

    /// <summary>移交检查. Another section answers for it from now on; both see it, and deadlines run on (R3.4.1).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<HandOverInspectionPayload> HandOverInspection(HandOverInspectionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new HandOverInspection(input.ToSection, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (inspection, errors) = await InspectionCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new HandOverInspectionPayload(inspection, errors);
    }

    /// <summary>移交整改. Another section answers for it from now on; both see it, and deadlines run on (R3.4.1).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<HandOverRectificationPayload> HandOverRectification(HandOverRectificationInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var command = new HandOverRectification(input.ToSection, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) { ExpectedVersion = input.ExpectedVersion };
        var (rectification, errors) = await RectificationCommands.GiveAsync(field, input.Number, command, input.CommandId).ConfigureAwait(false);
        return new HandOverRectificationPayload(rectification, errors);
    }
}
