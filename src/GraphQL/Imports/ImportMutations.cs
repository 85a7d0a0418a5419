using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Imports;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    /// <summary>取消导入. Ends an import that waits, runs or rests. Rows that were taken over stay.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<CancelImportPayload> CancelImport(CancelImportInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (import, errors) = await ImportCommands.GiveAsync(field, input.ImportId, new CancelImport { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new CancelImportPayload(import, errors);
    }

    /// <summary>重新开始导入. Takes up an import again that rests because the program died during it.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<ResumeImportPayload> ResumeImport(ResumeImportInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (import, errors) = await ImportCommands.GiveAsync(field, input.ImportId, new ResumeImport { ExpectedVersion = input.ExpectedVersion }, input.CommandId).ConfigureAwait(false);
        return new ResumeImportPayload(import, errors);
    }
}

/// <summary>How mutations of imports give their commands.</summary>
internal static class ImportCommands
{
    public static async Task<(ImportType? Import, IReadOnlyList<Refusal>? Errors)> GiveAsync(IResolveFieldContext field, string given, ImportCommand command, Guid? commandId)
    {
        if (Query.KeyOf(given) is not { } key)
        {
            // What is no id names no import.
            return (null, [new NotFound(Import.Concept.Name, given.Length > 60 ? given[..60] + "…" : given)]);
        }

        var grain = field.RequestServices!.GetRequiredService<IGrainFactory>().GetGrain<IImportGrain>(key);
        var (import, errors) = await Commands.GiveAsync(field, Import.Concept.Name, key, grain, command, commandId, makes: false).ConfigureAwait(false);
        return (import is null ? null : new ImportType(import), errors);
    }
}
