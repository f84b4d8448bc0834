using OpenClaw.Agents;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents.Models;

public sealed class ModelCatalogTests
{
    [Fact]
    public async Task A_clock_that_was_set_back_does_not_keep_an_old_list()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var catalog = fixture.Get<ModelCatalog>();
        var asked = 0;
        fixture.Model.Models = _ => ValueTask.FromResult<IReadOnlyList<ModelInfo>>([new ModelInfo { Id = $"model-{++asked}" }]);
        Assert.Equal("model-1", await FirstAsync());

        fixture.Time.SetWall(TimeSpan.FromDays(-30));
        Assert.Equal("model-1", await FirstAsync());
        fixture.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("model-2", await FirstAsync());

        async Task<string> FirstAsync() => Assert.Single(await catalog.ListAsync("fake", refresh: false, CancellationToken.None)).Info.Id;
    }
}
