using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Rectifications;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    /// <summary>责令限期整改. Orders an enterprise to put something right by a day.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<OrderRectificationPayload> OrderRectification(OrderRectificationInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (rectification, errors) = await RectificationCommands.MakeAsync(field, new OrderRectification(input.EnterpriseCreditCode, [.. input.Requirements], new Grounds(input.Reason, input.Basis, input.DocumentNumber), input.DueOn, input.Licence, input.Inspection, input.ProductClass, input.Section) with { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new OrderRectificationPayload(rectification, errors);
    }

    /// <summary>报告整改情况. Records that the enterprise reports it done; also after its day.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<ReportRectificationPayload> ReportRectification(ReportRectificationInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (rectification, errors) = await RectificationCommands.GiveAsync(field, input.Number, new ReportRectification(input.Report) with { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new ReportRectificationPayload(rectification, errors);
    }

    /// <summary>延长整改期限. Gives more time, once, with a reason.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<ExtendRectificationPayload> ExtendRectification(ExtendRectificationInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (rectification, errors) = await RectificationCommands.GiveAsync(field, input.Number, new ExtendRectification(input.DueOn, new Grounds(input.Reason, input.Basis, input.DocumentNumber)) with { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new ExtendRectificationPayload(rectification, errors);
    }

    /// <summary>记录复查. Records what a re-inspection found; two officers at least.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RecordReinspectionPayload> RecordReinspection(RecordReinspectionInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (rectification, errors) = await RectificationCommands.GiveAsync(field, input.Number, new RecordReinspection(input.Result, [.. input.Officers], input.Findings, new Grounds(input.Reason, input.Basis, input.DocumentNumber), input.ExtendedTo, input.ReferredTo) with { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new RecordReinspectionPayload(rectification, errors);
    }

    /// <summary>建议措施. Proposes a measure that the ladder has not reached by itself.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<ProposeRectificationMeasurePayload> ProposeRectificationMeasure(ProposeRectificationMeasureInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (rectification, errors) = await RectificationCommands.GiveAsync(field, input.Number, new ProposeRectificationMeasure(input.Measure, input.Reason) with { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new ProposeRectificationMeasurePayload(rectification, errors);
    }

    /// <summary>决定措施. Takes a proposed measure by a document, or declines it with the reason. What follows for the licence is done at once.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<DecideRectificationMeasurePayload> DecideRectificationMeasure(DecideRectificationMeasureInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (rectification, errors) = await RectificationCommands.GiveAsync(field, input.Number, new DecideRectificationMeasure(input.Measure, input.Accept, new Grounds(input.Reason, input.Basis, input.DocumentNumber), input.Until, input.Recipient) with { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new DecideRectificationMeasurePayload(rectification, errors);
    }

    /// <summary>记录答复. Records what the recipient of a measure's document answered.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<RecordMeasureAnswerPayload> RecordMeasureAnswer(RecordMeasureAnswerInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (rectification, errors) = await RectificationCommands.GiveAsync(field, input.Number, new RecordMeasureAnswer(input.Measure, input.Granted, input.Answer, input.DocumentNumber) with { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new RecordMeasureAnswerPayload(rectification, errors);
    }

    /// <summary>撤销责令. Says that the order no longer stands.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<VoidRectificationPayload> VoidRectification(VoidRectificationInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (rectification, errors) = await RectificationCommands.GiveAsync(field, input.Number, new VoidRectification(new Grounds(input.Reason, input.Basis, input.DocumentNumber)) with { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new VoidRectificationPayload(rectification, errors);
    }
}

/// <summary>How rectification mutations give their commands.</summary>
internal static class RectificationCommands
{
    /// <summary>Gives a command to the one of this number.</summary>
    public static async Task<(RectificationType? Rectification, IReadOnlyList<Refusal>? Errors)> GiveAsync(IResolveFieldContext field, string number, RectificationCommand command, Guid? commandId) =>
        DrawnNumber.Parse(Grains.Rectifications.Rectification.NumberPrefix, number, out var parsed) is { } problem
            ? (null, [problem])
            : await ToAsync(field, parsed, command, commandId, makes: false).ConfigureAwait(false);

    /// <summary>Gives the command that makes one. Its number follows from who asks and under which command id: asked again, the same is found again.</summary>
    public static Task<(RectificationType? Rectification, IReadOnlyList<Refusal>? Errors)> MakeAsync(IResolveFieldContext field, RectificationCommand command, Guid? commandId)
    {
        var actor = Commands.ActorOf(field, commandId);
        return ToAsync(field, DrawnNumber.For(Grains.Rectifications.Rectification.NumberPrefix, actor), command, actor.CommandId, makes: true);
    }

    private static async Task<(RectificationType? Rectification, IReadOnlyList<Refusal>? Errors)> ToAsync(IResolveFieldContext field, string number, RectificationCommand command, Guid? commandId, bool makes)
    {
        var grain = field.RequestServices!.GetRequiredService<IGrainFactory>().GetGrain<IRectificationGrain>(number);
        var (subject, errors) = await Commands.GiveAsync(field, Grains.Rectifications.Rectification.Concept.Name, number, grain, command, commandId, makes).ConfigureAwait(false);
        return (subject is null ? null : new RectificationType(subject), errors);
    }
}
