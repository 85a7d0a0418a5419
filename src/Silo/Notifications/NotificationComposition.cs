using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Authorisations;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Notifications;
using ShuangDa.Silo.Operations;

namespace ShuangDa.Silo.Notifications;

/// <summary>通知组合. Who can be told of what is committed.</summary>
public static class NotificationComposition
{
    /// <summary>Adds notifications.</summary>
    /// <param name="builder">The host.</param>
    public static WebApplicationBuilder AddNotifications(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddSingleton<RecipientDirectory>();
        services.AddSingleton<IRecipientDirectory>(static provider => provider.GetRequiredService<RecipientDirectory>());
        services.AddSingleton<ICommitObserver>(static provider => provider.GetRequiredService<RecipientDirectory>());
        services.AddSingleton<IDeputyDirectory, DeputyDirectory>();
        services.AddSingleton<NoticeDesk>();
        var settings = builder.Configuration.GetSection("Notifications");
        services.AddOptions<HookOptions>().Bind(settings).ValidateDataAnnotations().ValidateOnStart();
        var hook = settings.Get<HookOptions>() ?? new HookOptions();
        services.AddSingleton(new OutgoingHook(hook.IsOn));
        if (hook.IsOn)
        {
            services.AddPostingClient(HookDelivery.ClientName, client => client.Timeout = hook.HookTimeout);
            services.AddSingleton<HookDelivery>();
            services.AddSingleton<ICommitObserver>(static provider => provider.GetRequiredService<HookDelivery>());
            services.AddHostedService(static provider => provider.GetRequiredService<HookDelivery>());
        }

        return builder;
    }
}
