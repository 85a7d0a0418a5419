using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace ShuangDa.Silo.Operations;

/// <summary>受信任的代理. Whom the server believes what is said of a request's origin: the proxies that are named, and nobody
/// else.</summary>
internal static partial class BelievedProxies
{
    /// <summary>The framework's own switch, which has everybody believed. Images set it without asking.</summary>
    internal const string BelievesEverybody = "ForwardedHeaders_Enabled";

    /// <summary>Takes the framework's switch back, as it would believe whoever says whose address he has.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="logger">Where it is told.</param>
    public static void BelieveNobodyElse(ConfigurationManager settings, ILogger logger)
    {
        if (string.Equals(settings[BelievesEverybody], "true", StringComparison.OrdinalIgnoreCase))
        {
            settings[BelievesEverybody] = "false";
            LogSwitchMeansNothing(logger, $"ASPNETCORE_{BelievesEverybody.ToUpperInvariant()}", KnownSettings.TrustedProxies);
        }
    }

    /// <summary>What is taken from the headers of those that are named; null where nobody is.</summary>
    /// <param name="settings">The configuration, checked.</param>
    public static ForwardedHeadersOptions? From(IConfiguration settings)
    {
        if (KnownSettings.Listed(settings[KnownSettings.TrustedProxies] ?? "") is not { Length: > 0 } trusted)
        {
            return null;
        }

        // As many as stand behind one another, as long as each is trusted. The host is what the proxy passes on as such.
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var one in trusted)
        {
            if (one.Contains('/'))
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(one));
            }
            else
            {
                options.KnownProxies.Add(IPAddress.Parse(one));
            }
        }

        return options;
    }

    /// <summary>Whether it is one address, or one network, with all its parts: <c>10.1.2</c> would be 10.1.0.2.</summary>
    /// <param name="one">What is written.</param>
    public static bool IsWritten(string one)
    {
        var address = one.Split('/')[0];
        return IPAddress.TryParse(address, out var read)
            && (address.Contains(':') || string.Equals(read.ToString(), address, StringComparison.Ordinal))
            && (address.Length == one.Length || System.Net.IPNetwork.TryParse(one, out _));
    }

    [LoggerMessage(
        LogLevel.Warning,
        "{Variable} has everybody believed who says which address he comes from; it means nothing here. Name the proxies in {Setting}")]
    private static partial void LogSwitchMeansNothing(ILogger logger, string variable, string setting);
}
