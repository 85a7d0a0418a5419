using System.Threading.Channels;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.Transport;

// A schema of its own, so that the transport is tested for what it does and not for what the bureau's types happen to be.
public sealed class ToyQuery
{
    public static string Hello(string name = "世界") => $"你好，{name}";

    public static int Double(int number) => number * 2;

    public static string? Echo(string? text) => text;

    public static int Length(IEnumerable<int> numbers) => numbers.Count();

    public static ToyLicence Licence(string number) => ToyLicence.Numbered(number);

    public static ToyConnection<ToyLicence> Licences(int? first, int? last) =>
        new([.. Enumerable.Range(0, first ?? last ?? 20).Select(index => ToyLicence.Numbered($"XK-{index}"))]);

    public static string Fails(string how) => throw Failure(how);

    public static string? FailsButNullable(string how) => throw Failure(how);

    public static async Task<string> Hangs(IResolveFieldContext context)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
        return "never";
    }

    public static async Task<string> Held([FromServices] ToyGate gate, IResolveFieldContext context)
    {
        await gate.Pass(context.CancellationToken);
        return "let go";
    }

    public static async Task<string> AsksLate([FromServices] ToyLatecomer late, IResolveFieldContext context)
    {
        await late.MayGoOn.Task;
        late.Met.SetResult(Record.Exception(() => context.RequestServices!.GetRequiredService<ToyFeed>()));
        return "late";
    }

    public static async Task<string> HangsDeaf()
    {
        await new TaskCompletionSource().Task;
        return "never";
    }

    public static ToySecret Secret() => new("机密");

    public static ToyBroken? Broken() => new(2);

    private static Exception Failure(string how) => how switch
    {
        "forbidden" => new ActorNotAllowedException(),
        "queue full" => new CommitQueueFullException(),
        "database away" => new DatabaseUnavailableException(),
        "commit lost" => new OutcomeUnknownException(),
        "grain slow" => new TimeoutException(),
        "unavailable" => new Unavailable(TimeSpan.FromSeconds(7)),
        "unknown" => new OutcomeNotKnown(),
        "toy" => new ToyException(),
        "cancelled" => new OperationCanceledException(),
        _ => new InvalidOperationException("密码 hunter2 in an exception's message"),
    };
}

public sealed record ToySecret(string Text);

// A resolver that goes on when its request is long over, and what it met then.
public sealed class ToyLatecomer
{
    public TaskCompletionSource MayGoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<Exception?> Met { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

public sealed class ToyException : Exception;

// Something whose properties fail, or are absent where they must not be.
public sealed class ToyBroken(int depth)
{
    public string Text => "文";

    public string Missing => null!;

    public string Failing => throw new InvalidOperationException("密码");

    public string? FailingOptional => throw new InvalidOperationException("密码");

    public ToyBroken? Optional => depth == 0 ? null : new(depth - 1);

    public IReadOnlyList<ToyBroken?> Several => [new(0), null, new(1)];
}

// Where queries are held until the test opens it.
public sealed class ToyGate
{
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim entered = new(0);

    public void Open() => open.SetResult();

    public async Task Entered(int queries)
    {
        for (var query = 0; query < queries; query++)
            Assert.True(await entered.WaitAsync(TimeSpan.FromSeconds(60)), "No query came to the gate.");
    }

    public Task Pass(CancellationToken cancellationToken)
    {
        entered.Release();
        return open.Task.WaitAsync(cancellationToken);
    }
}

public sealed record ToyLicence(string Number)
{
    public static ToyLicence Numbered(string number) => new(number);

    public int Version => 3;
    public string Kind => "PRODUCTION_LICENCE";
    public string Status => "ACTIVE";
    public DateTime ValidFrom => new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    public DateTime ValidTo => new(2029, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    public string IssuedBy => "市质量技术监督局";
    public decimal Fee => 12.50m;
    public bool IsKey => true;
    public string? Note => null;
    public int[] Classes => [1, 2, 3];
    public ToyEnterprise Enterprise => new("91330000000000000X");

    public ToyConnection<ToyEntry> History(int? first) => new([.. Enumerable.Range(1, first ?? 10).Select(number => new ToyEntry(number))]);
}

public sealed record ToyEnterprise(string CreditCode)
{
    public string Name => "某某食品有限公司";
    public string District => "西湖区";
    public string Address => "文三路一号";
    public string BusinessScope => "食品生产";
    public string RiskLevel => "ORDINARY";
    public string Standing => "A";
    public bool IsProtectedBrand => false;
    public ToyConnection<ToyLicence> Licences(int? first) => new([.. Enumerable.Range(0, first ?? 20).Select(index => ToyLicence.Numbered($"XK-{index}"))]);
}

public sealed record ToyEntry(int Number)
{
    public string Kind => "licence.registered";
    public DateTime At => new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    public string User => "officer";
    public string Hash => "6c1f0b7ae2";
}

public sealed record ToyConnection<T>(IReadOnlyList<T> Nodes)
{
    public int TotalCount => Nodes.Count;
}

public sealed class ToyMutation
{
    public static string Rename(string to) => to;
}

public sealed record ToyNotice(int Number) : IResumableEvent
{
    string? IResumableEvent.EventId => $"{Number}";
}

public sealed class ToySubscription
{
    public static IObservable<ToyNotice> Changed([FromServices] ToyFeed feed, IResolveFieldContext context) =>
        feed.From(int.Parse(GraphQLRequestContext.Of(context).LastEventId ?? "0"));

    public static IObservable<ToyNotice> Never() => new Silence();

    private sealed class Silence : IObservable<ToyNotice>
    {
        public IDisposable Subscribe(IObserver<ToyNotice> observer) => new System.IO.MemoryStream();
    }
}

// What subscribers hear: the test says what and when.
public sealed class ToyFeed
{
    private readonly Lock gate = new();
    private readonly List<IObserver<ToyNotice>> observers = [];
    private readonly List<TaskCompletionSource> waiting = [];

    public int Subscribers { get { lock (gate) return observers.Count; } }

    public Task WhenSubscribers(int count)
    {
        lock (gate)
        {
            if (observers.Count == count)
                return Task.CompletedTask;
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add(source);
            return source.Task.ContinueWith(_ => WhenSubscribers(count), TaskScheduler.Default).Unwrap();
        }
    }

    public void Send(int number)
    {
        IObserver<ToyNotice>[] all;
        lock (gate)
            all = [.. observers];
        foreach (var observer in all)
            observer.OnNext(new ToyNotice(number));
    }

    public void End()
    {
        IObserver<ToyNotice>[] all;
        lock (gate)
            all = [.. observers];
        foreach (var observer in all)
            observer.OnCompleted();
    }

    public IObservable<ToyNotice> From(int after) => new Feed(this, after);

    private void Changed()
    {
        foreach (var source in waiting)
            source.TrySetResult();
        waiting.Clear();
    }

    private sealed class Feed(ToyFeed feed, int after) : IObservable<ToyNotice>
    {
        public IDisposable Subscribe(IObserver<ToyNotice> observer)
        {
            if (after > 0)
                observer.OnNext(new ToyNotice(after + 1));
            lock (feed.gate)
            {
                feed.observers.Add(observer);
                feed.Changed();
            }
            return new Leaving(feed, observer);
        }
    }

    private sealed class Leaving(ToyFeed feed, IObserver<ToyNotice> observer) : IDisposable
    {
        public void Dispose()
        {
            lock (feed.gate)
            {
                feed.observers.Remove(observer);
                feed.Changed();
            }
        }
    }
}
