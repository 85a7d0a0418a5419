using ShuangDa.Silo.Operations;

namespace ShuangDa.Silo.DailySummaries;

/// <summary>市局接口组合. What sends the bureau's daily summaries up, where there is an interface.</summary>
public static class CityComposition
{
    /// <summary>Adds the sender where an address is configured.</summary>
    /// <param name="builder">The host.</param>
    public static WebApplicationBuilder AddCityBureau(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var settings = builder.Configuration.GetSection("CityBureau");
        builder.Services.AddOptions<CityOptions>().Bind(settings).ValidateDataAnnotations().ValidateOnStart();
        var city = settings.Get<CityOptions>() ?? new CityOptions();
        if (city.IsOn)
        {
            builder.Services.AddPostingClient(CityDelivery.ClientName, client =>
            {
                client.Timeout = city.Timeout;
                client.MaxResponseContentBufferSize = CityDelivery.LongestAnswer;
            });
            builder.Services.AddHostedService<CityDelivery>();
        }

        return builder;
    }
}
