using System.Text.Json;
using Orleans.Runtime;
using Orleans.Storage;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>
/// 成组提交存储. The default grain storage: Orleans' own ADO.NET storage, with every write going through the <see cref="Committer"/> together
/// with its journal entries, rows, deadlines, tally and command id. A write that brings no <see cref="PendingCommit"/> is refused: there is
/// no way to change a subject without saying why.
/// </summary>
/// <param name="inner">Orleans' ADO.NET storage, over the <see cref="CommitDataSource"/>.</param>
/// <param name="committer">Who commits.</param>
/// <param name="serializer">Who writes states as JSON.</param>
public sealed class GroupCommitStorage(IGrainStorage inner, Committer committer, SubjectSerializer serializer) : IGrainStorage
{
    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        try
        {
            await inner.ReadStateAsync(stateName, Stored(grainId), grainState).ConfigureAwait(false);
        }
        catch (Exception away) when (CommitErrors.IsAway(away))
        {
            // A driver's exception would lose its type on the way to the caller, who would be told of a fault of ours.
            throw new DatabaseUnavailableException($"The state of {grainId} cannot be read.", away);
        }
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        if (grainState.State is not IPendingCommitCarrier { Pending: { } commit } carrier)
        {
            throw new CommitRejectedException($"A write of {grainId} brought no pending commit. Only the subjects' shell writes states.");
        }

        if (!carrier.BeginWrite())
        {
            throw new CommitRejectedException($"A second write of {grainId} arrived while one is under way.");
        }

        try
        {
            // Now, on the grain's own turn, so that what is committed is what the grain meant at this moment.
            carrier.Payload = serializer.Write(grainState.State);
            await committer.CommitAsync(new CommitMember<T>(commit, inner, stateName, Stored(grainId), grainState)).ConfigureAwait(false);
        }
        finally
        {
            carrier.Payload = null;
            carrier.EndWrite();
        }
    }

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new CommitRejectedException("Subjects are never deleted; their journal says how they ended.");

    // Orleans' ADO.NET storage takes a key that looks like a hexadecimal number for that number: "ada", "ADA" and "0ada" would share one
    // stored state. A subject's whole name (concept/key) never looks like one, and the table then says whose state it holds.
    private static GrainId Stored(GrainId subject) => GrainId.Create(subject.Type, IdSpan.Create(SubjectKeys.Of(subject)));
}

/// <summary>主体序列化. Writes subjects as JSON by their concept's source-generated metadata: no .NET type names in the database.</summary>
/// <param name="concepts">All concepts.</param>
public sealed class SubjectSerializer(IEnumerable<Concept> concepts) : IGrainStorageSerializer
{
    private readonly Dictionary<Type, Concept> _byStoredType = concepts.ToDictionary(concept => concept.StoredType);

    /// <summary>The bytes of a stored subject.</summary>
    /// <typeparam name="T"><c>Subject&lt;TState&gt;</c>.</typeparam>
    /// <param name="subject">The subject.</param>
    public BinaryData Write<T>(T subject) => new(JsonSerializer.SerializeToUtf8Bytes(subject, _byStoredType[typeof(T)].InfoOf(typeof(T))));

    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input) => input is IPendingCommitCarrier { Payload: { } payload } ? payload : Write(input!);

    /// <inheritdoc/>
    public T Deserialize<T>(BinaryData input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return (T)(JsonSerializer.Deserialize(input.ToMemory().Span, _byStoredType[typeof(T)].InfoOf(typeof(T))) ?? throw new JsonException("A stored subject is null."));
    }
}
