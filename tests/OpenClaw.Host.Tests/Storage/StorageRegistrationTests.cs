using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage;

public sealed class StorageRegistrationTests
{
    [Fact]
    public async Task The_database_is_open_when_hosted_services_start_with_the_tables_of_every_room()
    {
        using var directory = new TemporaryDirectory();
        var paths = StatePathResolver.Resolve(name => name == "OPENCLAW_STATE_DIR" ? directory["state"] : null);
        var builder = new HostApplicationBuilder();
        builder.Services.AddHostedService<UsesTables>();
        builder.Services.AddStorage(paths);
        builder.Services.AddSingleton(new Migration("a", 1, "CREATE TABLE a (x)"));
        builder.Services.AddSingleton(new Migration("b", 1, "CREATE TABLE b (x)"));

        using (var host = builder.Build())
        {
            await host.StartAsync();
            await host.StopAsync();
            await ((IAsyncDisposable)host).DisposeAsync();
        }

        Assert.True(File.Exists(paths.DatabaseFile));
        Assert.False(File.Exists(paths.DatabaseFile + "-wal"));
    }

    private sealed class UsesTables(SqliteDatabase database) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken) =>
            await database.WriteAsync(c => { c.Execute("INSERT INTO a VALUES (1); INSERT INTO b VALUES (2)"); }, cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
