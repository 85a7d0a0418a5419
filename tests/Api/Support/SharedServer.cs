using ShuangDa.Tests.Api.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedServer))]

namespace ShuangDa.Tests.Api.Support;

/// <summary>One server for all tests that do not turn its clock or need it for themselves. It starts with the first that asks; tests stay out of one another's way by using enterprises and licences of their own.</summary>
public sealed class SharedServer : IAsyncDisposable
{
    private readonly Lazy<Task<ApiServer>> _server = new(() => ApiServer.StartAsync());

    public Task<ApiServer> Started() => _server.Value;

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await (await _server.Value).DisposeAsync();
        }
    }
}

/// <summary>A test against the shared server.</summary>
public abstract class ApiTest(SharedServer shared) : IAsyncLifetime
{
    protected ApiServer Api { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Api = await shared.Started();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
