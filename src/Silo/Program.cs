using ShuangDa.Silo.Composition;

await using var server = await Server.BuildAsync(new ServerStart(args));
await server.Application.RunAsync();
return 0;
