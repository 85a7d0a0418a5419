using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Security;

/// <summary>安全注册. Puts sign-in, sessions and rules into the host.</summary>
public static class SecurityRegistration
{
    private const string Selecting = "Select";

    /// <summary>Registers accounts' credentials and standings, tokens, keys, and who is let in where. Everything that is not said to be open is closed.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The configuration.</param>
    public static IServiceCollection AddShuangDaSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(SignInOptions.Section);
        services.AddOptions<SignInOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddKeyedSingleton(WallClock.Key, TimeProvider.System);
        services.AddOptions<CredentialOptions>().Bind(section);
        services.AddSingleton<Credentials>();
        services.AddSingleton<AccountStandings>();
        services.AddHostedService(provider => provider.GetRequiredService<AccountStandings>());
        services.AddSingleton<TokenKeys>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<SignInFailures>();
        services.TryAddSingleton<FirstAdministrator.Console>(System.Console.Out.WriteLine);
        services.AddHostedService<FirstAdministrator>();
        services.AddSingleton<IOperationGate, AccessGate>();
        services.AddSingleton<ISessionLifetime, SessionLifetime>();
        services.AddDataProtection().SetApplicationName("ShuangDa");
        services.AddSingleton<DataProtectionKeys>();

        var authentication = services.AddAuthentication(Selecting);
        authentication.AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
        var outside = section.Get<SignInOptions>() is { Authority.Length: > 0 } options ? options : null;
        if (outside is not null)
        {
            AddOutside(authentication, outside);
        }

        authentication.AddPolicyScheme(Selecting, null, policy => policy.ForwardDefaultSelector = http =>
            outside is not null && TokenAuthentication.BearerOf(http.Request) is { } token && !AccessTokens.IsOurs(token) ? OutsideIdentity.SchemeName : TokenAuthentication.SchemeName);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    /// <summary>Lets an endpoint be used by some roles only.</summary>
    /// <typeparam name="TBuilder">The endpoint's builder.</typeparam>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="roles">The roles, any of which suffices.</param>
    public static TBuilder RequireRoles<TBuilder>(this TBuilder endpoint, Roles roles) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireAssertion(context => ((Caller.Of(context.User)?.Roles ?? Roles.None) & roles) != 0));

    private static void AddOutside(AuthenticationBuilder authentication, SignInOptions outside) => authentication.AddJwtBearer(OutsideIdentity.SchemeName, bearer =>
    {
        bearer.Authority = outside.Authority;
        bearer.Audience = outside.Audience;
        bearer.RequireHttpsMetadata = outside.RequireHttpsMetadata;
        bearer.MapInboundClaims = false;
        bearer.Events = new JwtBearerEvents
        {
            OnTokenValidated = async context =>
            {
                var standings = context.HttpContext.RequestServices.GetRequiredService<AccountStandings>();
                if (await OutsideIdentity.AdmitAsync((JsonWebToken)context.SecurityToken, outside.UserNameClaim, standings, context.HttpContext.RequestAborted) is { } user)
                {
                    context.Principal = user;
                }
                else
                {
                    context.Fail("No account admits this token.");
                }
            },
            OnChallenge = async context =>
            {
                context.HandleResponse();
                await Problem.NotSignedIn.ExecuteAsync(context.HttpContext);
            },
            OnForbidden = context => Problem.NotAllowed.ExecuteAsync(context.HttpContext),
        };
    });
}
