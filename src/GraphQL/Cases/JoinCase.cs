using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Cases;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    private static readonly CaseDoor Cases = new();

    /// <summary>并案办理. Handles it together with another case.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<JoinCasePayload> JoinCase(JoinCaseInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var grounds = new Grounds(input.Reason, input.Basis, input.DocumentNumber);
        if (DrawnNumber.Parse(Case.Prefix, input.Number, out var number) is not null || DrawnNumber.Parse(Case.Prefix, input.Other, out var other) is not null || string.CompareOrdinal(number, other) <= 0)
        {
            var (@case, errors) = await Cases.GiveAsync(field, input.Number, _ => new JoinCase(input.Other, grounds) { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
            return new JoinCasePayload((CaseType?)@case, errors);
        }

        // The lesser number tells the greater; what is answered is the case that was named.
        var grain = field.RequestServices!.GetRequiredService<IGrainFactory>().GetGrain<ICaseGrain>(number);
        if (input.ExpectedVersion is { } expected && await grain.Read().ConfigureAwait(false) is { } seen && seen.Version != expected && !seen.State.Joined.Contains(other))
        {
            return new JoinCasePayload(new CaseDoor().Show(seen), [new VersionConflict(expected, seen.Version)]);
        }

        var (_, refused) = await Cases.GiveAsync(field, other, _ => new JoinCase(number, grounds), input.CommandId).ConfigureAwait(false);
        return new JoinCasePayload(await grain.Read().ConfigureAwait(false) is { } named ? new CaseDoor().Show(named) : null, refused);
    }
}
