using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Security;

/// <summary>A grain believes who acts, so nobody but the server itself may call one.</summary>
public sealed class InsideCallsTests
{
    private const string Refused = "which is not this server, was refused";

    [Fact]
    public async Task No_gateway_is_open_and_the_silo_s_port_reads_nothing_of_anybody()
    {
        using var folder = new TemporaryFolder();
        var (silo, gateway) = (FreePort.Next(), FreePort.Next());
        await using var server = await InProcessServer.StartAsync(
            folder.Path, null, $"--Orleans:SiloPort={silo}", $"--Orleans:GatewayPort={gateway}");

        using var client = new TcpClient();
        var refused = await Assert.ThrowsAsync<SocketException>(() =>
            client.ConnectAsync(IPAddress.Loopback, gateway, TestContext.Current.CancellationToken).AsTask());
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);

        Assert.Equal(0, await HearAsync(silo));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_comes_through_a_gateway_nevertheless_is_refused_whatever_he_says_of_himself(bool guarded)
    {
        using var folder = new TemporaryFolder();
        var gateway = FreePort.Next();
        var told = new LogLines();
        await using var server = await InProcessServer.StartAsync(folder.Path, null, builder =>
        {
            builder.Services.Configure<EndpointOptions>(endpoint => endpoint.GatewayPort = gateway);
            builder.Logging.AddProvider(told);
            if (!guarded)
            {
                // That the client is made well shows where nothing refuses it.
                builder.Services.RemoveAll<IIncomingGrainCallFilter>();
            }
        });

        using var stranger = Host.CreateDefaultBuilder().ConfigureLogging(logging => logging.ClearProviders()).UseOrleansClient(client =>
            client.UseLocalhostClustering(gateway, serviceId: "shuangda", clusterId: "shuangda")).Build();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var coming = Come();
        await Eventually.Until("he is let in or refused", () => coming.IsCompleted || told.With(Refused) > 0);
        if (guarded)
        {
            await patience.CancelAsync();
        }

        Assert.Equal(!guarded, await coming);
        Assert.Equal(guarded, told.With(Refused) > 0);
        Assert.Equal(!guarded, (await server.Grains.GetGrain<IAccountGrain>("forged").Read()) is not null);

        // As the system itself, with a mark that he makes up.
        async Task<bool> Come()
        {
            try
            {
                await stranger.StartAsync(patience.Token);
                RequestContext.Set("shuangda.inside", "0123456789ABCDEF");
                var account = stranger.Services.GetRequiredService<IClusterClient>().GetGrain<IAccountGrain>("forged");
                var forged = new CreateAccount("forged", "张三", Roles.Administrator, null, null, new Password("a-password-of-mine"), false);
                var outcome = await account.Execute(forged, Actor.System(Guid.NewGuid()));
                return outcome.Change is Change.Created;
            }
            catch (Exception refused) when (refused is UnauthorizedAccessException or OperationCanceledException or OrleansException)
            {
                return false;
            }
        }
    }

    // How much it says. Broken off instead of closed, perhaps while it is still being opened, is nothing either.
    private static async Task<int> HearAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            return await client.GetStream().ReadAsync(new byte[16], TestContext.Current.CancellationToken);
        }
        catch (SocketException broken) when (broken.SocketErrorCode != SocketError.ConnectionRefused)
        {
            return 0;
        }
        catch (Exception broken) when (broken is IOException or InvalidOperationException)
        {
            return 0;
        }
    }
}
