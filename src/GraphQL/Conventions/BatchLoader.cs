using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.DataLoader;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>批量加载. Collects the keys that the fields of one level ask for and loads them with one query. It remembers nothing once a batch is under way: the next mutation of a document, or the next event of a stream, must see what has changed meanwhile.</summary>
/// <typeparam name="TKey">What is asked for.</typeparam>
/// <typeparam name="TValue">What is found.</typeparam>
public sealed class BatchLoader<TKey, TValue> where TKey : notnull
{
    private readonly Func<IReadOnlyCollection<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> _load;
    private readonly Lock _lock = new();
    private Batch _gathering = new();

    private BatchLoader(Func<IReadOnlyCollection<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> load) => _load = load;

    /// <summary>The loader of this name in the request, made at its first use.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="load">Loads many keys; keys that are not found are absent in the answer.</param>
    /// <param name="name">The loader's name; by default the caller's member name and file make it one of a kind.</param>
    /// <param name="file">Given by the compiler.</param>
    public static BatchLoader<TKey, TValue> Of(
        IResolveFieldContext field,
        Func<IReadOnlyCollection<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> load,
        [CallerMemberName] string name = "",
        [CallerFilePath] string file = "")
    {
        ArgumentNullException.ThrowIfNull(field);
        var key = $"loader:{file}:{name}";
        lock (field.UserContext)
        {
            if (field.UserContext.TryGetValue(key, out var found) && found is BatchLoader<TKey, TValue> loader)
            {
                return loader;
            }

            loader = new BatchLoader<TKey, TValue>(load);
            field.UserContext[key] = loader;
            return loader;
        }
    }

    /// <summary>A value by its key; null when it is not found. It is loaded when the executor has collected the whole level.</summary>
    /// <param name="key">What is asked for.</param>
    public IDataLoaderResult<TValue?> Load(TKey key)
    {
        lock (_lock)
        {
            _gathering.Keys.Add(key);
            return new Pending(this, _gathering, key);
        }
    }

    /// <summary>A value by a key that must be there.</summary>
    /// <param name="key">What is asked for.</param>
    public IDataLoaderResult<TValue> LoadKnown(TKey key) => Load(key)!;

    private Task<IReadOnlyDictionary<TKey, TValue>> Start(Batch batch, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_gathering == batch)
            {
                _gathering = new Batch();
            }

            return batch.Found ??= _load(batch.Keys, cancellationToken);
        }
    }

    private sealed class Batch
    {
        public HashSet<TKey> Keys { get; } = [];

        public Task<IReadOnlyDictionary<TKey, TValue>>? Found { get; set; }
    }

    private sealed class Pending(BatchLoader<TKey, TValue> loader, Batch batch, TKey key) : IDataLoaderResult<TValue?>
    {
        public async Task<TValue?> GetResultAsync(CancellationToken cancellationToken = default) =>
            (await loader.Start(batch, cancellationToken).ConfigureAwait(false)).TryGetValue(key, out var value) ? value : default;

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            (await loader.Start(batch, cancellationToken).ConfigureAwait(false)).TryGetValue(key, out var value) ? value : default;
    }
}

/// <summary>已得结果. A result that is not loaded with others because it is at hand or comes from one grain.</summary>
public static class Ready
{
    /// <summary>A value at hand.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    public static IDataLoaderResult<T> With<T>(T value) => new Result<T>(Task.FromResult(value));

    /// <summary>A value on its way.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    public static IDataLoaderResult<T> When<T>(Task<T> value) => new Result<T>(value);

    /// <summary>Something made of a value that is still to be loaded, without loading it sooner.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TMade">What is made of it.</typeparam>
    /// <param name="value">The value to come.</param>
    /// <param name="make">Makes it.</param>
    public static IDataLoaderResult<TMade> From<T, TMade>(IDataLoaderResult<T> value, Func<T, TMade> make) => new Made<T, TMade>(value, make);

    private sealed class Made<T, TMade>(IDataLoaderResult<T> value, Func<T, TMade> make) : IDataLoaderResult<TMade>
    {
        public async Task<TMade> GetResultAsync(CancellationToken cancellationToken = default) => make(await value.GetResultAsync(cancellationToken).ConfigureAwait(false));

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken).ConfigureAwait(false);
    }

    private sealed class Result<T>(Task<T> value) : IDataLoaderResult<T>
    {
        public Task<T> GetResultAsync(CancellationToken cancellationToken = default) => value;

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await value.ConfigureAwait(false);
    }
}
