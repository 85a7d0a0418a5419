using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ShuangDa.GraphQL.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.Transport;

public sealed class PersistedDocumentTests
{
    private const string Query = "query($n:Int!){double(number:$n)}";

    [Fact]
    public async Task AClientSendsTheHashThenTheDocumentThenOnlyTheHash()
    {
        await using var server = await ToyServer.Start();
        var onlyHash = Body(null, Hash(Query));
        var unknown = await server.PostJson(onlyHash);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", unknown.Code);
        Assert.Equal("PersistedQueryNotFound", unknown.Message);
        Assert.Equal("""{"data":{"double":42}}""", (await server.PostJson(Body(Query, Hash(Query)))).Body);
        Assert.Equal("""{"data":{"double":42}}""", (await server.PostJson(onlyHash)).Body);
        var get = await server.Get($"variables={Uri.EscapeDataString("""{"n":4}""")}&extensions={Uri.EscapeDataString(JsonSerializer.Serialize(new { persistedQuery = new { version = 1, sha256Hash = Hash(Query) } }))}");
        Assert.Equal("""{"data":{"double":8}}""", get.Body);
    }

    [Fact]
    public async Task WhatAnotherClientHasSentWithoutItsHashIsRememberedWhenItComesWithIt()
    {
        await using var server = await ToyServer.Start();
        Assert.Equal("""{"data":{"double":42}}""", (await server.PostJson(Body(Query, null))).Body);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await server.PostJson(Body(null, Hash(Query)))).Code);
        Assert.Equal("""{"data":{"double":42}}""", (await server.PostJson(Body(Query, Hash(Query)))).Body);
        Assert.Equal("""{"data":{"double":42}}""", (await server.PostJson(Body(null, Hash(Query)))).Body);
    }

    [Fact]
    public async Task AHashOfAnotherDocumentIsRefusedAndNotRemembered()
    {
        await using var server = await ToyServer.Start();
        var other = Hash("{hello}");
        Assert.Equal("BAD_REQUEST", (await server.PostJson(Body(Query, other))).Code);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await server.PostJson(Body(null, other))).Code);
    }

    [Fact]
    public async Task ADocumentThatIsNotValidIsNotRemembered()
    {
        await using var server = await ToyServer.Start();
        Assert.Equal("VALIDATION_FAILED", (await server.PostJson(Body("{nothing}", Hash("{nothing}")))).Code);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await server.PostJson(Body(null, Hash("{nothing}")))).Code);
    }

    [Fact]
    public async Task OnlySoManyDocumentsAreRemembered()
    {
        await using var server = await ToyServer.Start(limits: limits => limits.AutomaticDocuments = 2);
        string[] queries = ["{a:hello}", "{b:hello}", "{c:hello}"];
        foreach (var query in queries)
            Assert.Equal(HttpStatusCode.OK, (await server.PostJson(Body(query, Hash(query)))).Status);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await server.PostJson(Body(null, Hash(queries[0])))).Code);
        Assert.Equal(HttpStatusCode.OK, (await server.PostJson(Body(null, Hash(queries[2])))).Status);
    }

    [Fact]
    public async Task DocumentsOfAFolderAreRunByNameAndByHash()
    {
        var folder = Directory.CreateTempSubdirectory("documents");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "double.graphql"), Query);
            await using var server = await ToyServer.Start(options => (options.DocumentsFolder, options.OnlyKnownDocuments) = (folder.FullName, true));
            Assert.Equal("""{"data":{"double":2}}""", (await server.PostJson("""{"documentId":"double","variables":{"n":1}}""")).Body);
            Assert.Equal("""{"data":{"double":2}}""", (await server.PostJson($$$$"""{"documentId":"sha256:{{{{Hash(Query)}}}}","variables":{"n":1}}""")).Body);
            Assert.Equal("""{"data":{"double":2}}""", (await server.PostJson(Body(Query, null, 1))).Body);
            Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await server.PostJson("""{"documentId":"treble"}""")).Code);
            Assert.Equal(HttpStatusCode.Forbidden, (await server.Post("{hello}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await server.PostJson(Body("{hello}", Hash("{hello}")))).Status);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task DocumentsThatTheProgramBringsAreKnownByTheirHashFromTheStart()
    {
        await using var server = await ToyServer.Start(options =>
        {
            options.Documents.Add(Query);
            options.OnlyKnownDocuments = true;
        });

        Assert.Equal("""{"data":{"double":42}}""", (await server.PostJson(Body(null, Hash(Query)))).Body);
        Assert.Equal("""{"data":{"double":42}}""", (await server.PostJson(Body(Query, Hash(Query)))).Body);
        Assert.Equal("""{"data":{"double":2}}""",
            (await server.PostJson($$$$"""{"documentId":"sha256:{{{{Hash(Query)}}}}","variables":{"n":1}}""")).Body);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Post("{hello}")).Status);
    }

    [Fact]
    public async Task HowADocumentWasGivenAndWhetherItStoodInTheCacheIsCounted()
    {
        const string Registered = "{hello}";
        await using var server = await ToyServer.Start(options => options.Documents.Add(Registered));
        var counted = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            // Other servers of this process count too, each by its own cache.
            if (instrument.Name == "shuangda.graphql.documents" && ReferenceEquals(instrument.Meter.Scope, server.Service<DocumentCache>()))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
            counted.Enqueue(string.Join(' ', tags.ToArray().Select(tag => tag.Value).Append(count))));
        listener.Start();

        await server.PostJson(Body(null, Hash(Query)));
        await server.PostJson(Body(Query, Hash(Query)));
        await server.PostJson(Body(Query, null));
        await server.PostJson(Body(null, Hash(Query)));
        await server.PostJson(Body(null, Hash(Registered)));
        await server.PostJson($$"""{"documentId":"sha256:{{Hash(Registered)}}"}""");
        await server.PostJson("""{"documentId":"treble"}""");

        string[] expected =
        [
            "automatic unknown 1", "text miss 1", "text hit 1", "automatic hit 1",
            "registered miss 1", "registered hit 1", "registered unknown 1",
        ];
        Assert.Equal(expected, counted);
    }

    private static string Hash(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));

    private static string Body(string? query, string? hash, int n = 21) =>
        JsonSerializer.Serialize(new { query, variables = new { n }, extensions = hash is null ? null : new { persistedQuery = new { version = 1, sha256Hash = hash } } });
}
