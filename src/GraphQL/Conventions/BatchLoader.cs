using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.DataLoader;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>批量加载. Collects the keys that the fields of one level ask for and loads them with one query. A loader belongs to one request.</summary>
/// <typeparam name="TKey">What is asked for.</typeparam>
/// <typeparam name="TValue">What is found.</typeparam>
public sealed class BatchLoader<TKey, TValue> where TKey : notnull
{
    private readonly Func<IReadOnlyCollection<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> _load;
    private readonly Dictionary<TKey, Pending> _known = [];
    private readonly Lock _lock = new();
    private List<TKey> _waiting = [];
    private Task<IReadOnlyDictionary<TKey, TValue>>? _loading;

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
            if (!_known.TryGetValue(key, out var pending))
            {
                pending = new Pending(this, key);
                _known.Add(key, pending);
                _waiting.Add(key);
                _loading = null;
            }

            return pending;
        }
    }

    /// <summary>A value by a key that must be there.</summary>
    /// <param name="key">What is asked for.</param>
    public IDataLoaderResult<TValue> LoadKnown(TKey key) => Load(key)!;

    private async Task<TValue?> ResultOf(TKey key, Pending pending, CancellationToken cancellationToken)
    {
        Task<IReadOnlyDictionary<TKey, TValue>> batch;
        lock (_lock)
        {
            if (pending.Batch is null)
            {
                var keys = _waiting;
                _waiting = [];
                _loading = _load(keys, cancellationToken);
                foreach (var waiting in keys)
                {
                    _known[waiting].Batch = _loading;
                }
            }

            batch = pending.Batch!;
        }

        return (await batch.ConfigureAwait(false)).TryGetValue(key, out var value) ? value : default;
    }

    private sealed class Pending(BatchLoader<TKey, TValue> loader, TKey key) : IDataLoaderResult<TValue?>
    {
        public Task<IReadOnlyDictionary<TKey, TValue>>? Batch { get; set; }

        public Task<TValue?> GetResultAsync(CancellationToken cancellationToken = default) => loader.ResultOf(key, this, cancellationToken);

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken).ConfigureAwait(false);
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

    private sealed class Result<T>(Task<T> value) : IDataLoaderResult<T>
    {
        public Task<T> GetResultAsync(CancellationToken cancellationToken = default) => value;

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await value.ConfigureAwait(false);
    }
}
