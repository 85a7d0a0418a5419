using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.Tests.Api.Transport;

// The transport over the toy schema, on Kestrel and a free port of the loopback.
public sealed class ToyServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private ToyServer(WebApplication app)
    {
        this.app = app;
        Client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public Uri Endpoint => new(Client.BaseAddress!, "/graphql");

    public ToyFeed Feed => app.Services.GetRequiredService<ToyFeed>();

    public T Service<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public Task Stop() => app.StopAsync();

    public static async Task<ToyServer> Start(Action<TransportOptions>? options = null, Action<GraphQLLimits>? limits = null, Action<IServiceCollection>? services = null, string environment = "Production")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<ToyFeed>();
        builder.Services.AddGraphQL(graphql => graphql
            .AddAutoSchema<ToyQuery>(schema => schema.WithMutation<ToyMutation>().WithSubscription<ToySubscription>())
            .AddSystemTextJson());
        builder.Services.AddShuangDaTransport(transport =>
        {
            transport.RequireSignedIn = false;
            options?.Invoke(transport);
        });
        if (limits is not null)
            builder.Services.Configure(limits);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.Use((http, next) =>
        {
            if (http.Request.Headers.TryGetValue("X-Signed-In", out var name))
                http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name.ToString())], "toy"));
            return next(http);
        });
        app.MapShuangDaGraphQL();
        await app.StartAsync();
        return new ToyServer(app);
    }

    public Task<Answer> Post(string query, object? variables = null, string accept = "application/graphql-response+json", string? language = null, string? signedIn = null) =>
        PostJson(JsonSerializer.Serialize(new { query, variables }), accept, language, signedIn);

    public Task<Answer> PostJson(string body, string? accept = "application/graphql-response+json", string? language = null, string? signedIn = null) =>
        PostBytes(Encoding.UTF8.GetBytes(body), accept, language, signedIn);

    public Task<Answer> PostBytes(byte[] body, string? accept = "application/graphql-response+json", string? language = null, string? signedIn = null)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Send(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content }, accept, language, signedIn);
    }

    public Task<Answer> Get(string query, string? accept = "application/graphql-response+json", string? signedIn = null) =>
        Send(new HttpRequestMessage(HttpMethod.Get, $"/graphql?{query}"), accept, null, signedIn);

    public async Task<Answer> Send(HttpRequestMessage request, string? accept = null, string? language = null, string? signedIn = null)
    {
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        if (signedIn is not null)
            request.Headers.Add("X-Signed-In", signedIn);
        using var response = await Client.SendAsync(request);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? "", response.Headers, response.Content.Headers, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }



}

public sealed record Answer(HttpStatusCode Status, string MediaType, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string? Code => Json.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;

    public string? Limit => Json.GetProperty("errors")[0].GetProperty("extensions").TryGetProperty("limit", out var limit) ? limit.GetString() : null;

    public string Message => Json.GetProperty("errors")[0].GetProperty("message").GetString()!;
}
