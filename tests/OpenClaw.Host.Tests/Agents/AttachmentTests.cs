using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Host.Agents.Attachments;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents;

public sealed class AttachmentTests
{
    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task An_image_reaches_a_model_that_takes_images_and_the_transcript_only_names_it()
    {
        await using var fixture = await StartAsync(acceptsImages: true);

        await SendAsync(fixture, "what is this", Picture, "image/jpeg", "../../a.png");
        await fixture.EndOfAsync("run-1");

        var parts = fixture.Model.Requests.Single().Messages.Single().Parts;
        Assert.Equal("what is this", Assert.IsType<TextPart>(parts[0]).Text);
        var media = Assert.IsType<MediaPart>(parts[1]).Media;
        Assert.Equal("image/png", media.MediaType);
        await using var stream = await media.OpenReadAsync(CancellationToken.None);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        Assert.Equal(Picture, copy.ToArray());
        var history = (await fixture.HistoryAsync()).GetProperty("messages")[0].GetRawText();
        Assert.DoesNotContain(Convert.ToBase64String(Picture), history, StringComparison.Ordinal);
        Assert.Contains("openclawMedia", history, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(fixture.Get<MediaFolder>().Folder));
    }

    [Fact]
    public async Task An_image_of_more_than_three_turns_ago_is_named_instead_of_shown()
    {
        await using var fixture = await StartAsync(acceptsImages: true);
        await SendAsync(fixture, "what is this", Picture, "image/png", "a.png");
        await fixture.EndOfAsync("run-1");
        for (var turn = 2; turn <= 4; turn++)
        {
            fixture.Model.Says("yes");
            await fixture.SendAsync("and now", $"turn-{turn}");
            await fixture.EndOfAsync($"turn-{turn}");
        }

        var requests = fixture.Model.Requests.ToList();
        Assert.IsType<MediaPart>(requests[2].Messages[0].Parts[1]);
        Assert.StartsWith("[media attached: a.png", Assert.IsType<TextPart>(requests[3].Messages[0].Parts[1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_eyes_is_told_of_the_image()
    {
        await using var fixture = await StartAsync(acceptsImages: false);

        await SendAsync(fixture, "what is this", Picture, "image/png", "a.png");
        await fixture.EndOfAsync("run-1");

        var parts = fixture.Model.Requests.Single().Messages.Single().Parts;
        Assert.StartsWith("[media attached: a.png (image/png, 11 bytes) at ", Assert.IsType<TextPart>(parts[1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "CH-20")]
    public async Task A_file_that_calls_itself_an_image_and_is_none_is_a_file()
    {
        await using var fixture = await StartAsync(acceptsImages: true);

        await SendAsync(fixture, "see", "<html>"u8.ToArray(), "image/png", "a.png");
        await fixture.EndOfAsync("run-1");

        var parts = fixture.Model.Requests.Single().Messages.Single().Parts;
        Assert.Contains("application/octet-stream", Assert.IsType<TextPart>(parts[1]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"content":"###"}]""", "must be the file as base64")]
    [InlineData("""[{"mimeType":"image/png"}]""", "must be the file as base64")]
    [InlineData("""[{"content":""}]""", "is empty")]
    public async Task What_is_no_file_is_refused(string attachments, string why)
    {
        await using var fixture = await StartAsync(acceptsImages: true);

        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync(
            "chat.send", $$"""{"sessionKey":"main","message":"x","idempotencyKey":"run-1","attachments":{{attachments}}}"""));

        Assert.Contains(why, refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_beyond_the_limit_is_refused_and_not_kept()
    {
        await using var fixture = await StartAsync(acceptsImages: true);
        var large = new byte[OpenClaw.Protocol.GatewayLimits.MaxImageBytes + 1];
        Picture.CopyTo(large, 0);

        var refused = await Assert.ThrowsAsync<RpcException>(() => SendAsync(fixture, "x", large, "image/png", "a.png"));

        Assert.Contains("6291456 are taken", refused.Error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(fixture.Get<MediaFolder>().Folder));
    }

    [Fact]
    public async Task Old_files_and_more_bytes_than_allowed_are_removed()
    {
        await using var fixture = await StartAsync(acceptsImages: true);
        var folder = fixture.Get<MediaFolder>();
        var old = await folder.KeepAsync("old"u8.ToArray(), "text/plain", null, CancellationToken.None);
        var kept = await folder.KeepAsync("new"u8.ToArray(), "text/plain", null, CancellationToken.None);
        File.SetLastWriteTimeUtc(Path.Combine(folder.Folder, old.Id), (fixture.Time.GetUtcNow() - TimeSpan.FromDays(31)).UtcDateTime);
        File.SetLastWriteTimeUtc(Path.Combine(folder.Folder, kept.Id), fixture.Time.GetUtcNow().UtcDateTime);
        using var retention = RetentionOf(fixture);

        await retention.SweepAsync(1000, CancellationToken.None);
        Assert.Equal([kept.Id], Directory.GetFiles(folder.Folder).Select(Path.GetFileName));
        Assert.Contains("no longer kept", folder.NoteOf(old), StringComparison.Ordinal);

        await retention.SweepAsync(2, CancellationToken.None);
        Assert.Empty(Directory.GetFiles(folder.Folder));
    }

    [Fact]
    public async Task What_waiting_messages_and_open_runs_name_stays_whatever_the_clock_says()
    {
        await using var fixture = await AgentFixture.StartAsync(
            add: static services => services.AddSingleton<IMediaClaims, InboxMediaClaims>(), migrations: InboxSchema.Migrations);
        var folder = fixture.Get<MediaFolder>();
        var ofRun = await folder.KeepAsync("of a run"u8.ToArray(), "text/plain", null, CancellationToken.None);
        var ofMessage = await folder.KeepAsync("of a message"u8.ToArray(), "text/plain", null, CancellationToken.None);
        var ofNobody = await folder.KeepAsync("of nobody"u8.ToArray(), "text/plain", null, CancellationToken.None);
        await fixture.Get<RunStore>().AcceptAsync(
            new RunOrder(fixture.Get<SessionKeyParser>().Parse("main"), "run-1", RunSurface.Chat, new RunInput { Message = "hi", Media = [ofRun] }), CancellationToken.None);
        var inbox = new InboxStore(fixture.Database, new InboxLimits(), fixture.Time);
        var file = new StoredMedia { MediaType = "text/plain", Path = Path.Combine(folder.Folder, ofMessage.Id) };
        await inbox.AddAsync(new AccountKey("fake", "default"), "1", new ReceivedMessage { ChatId = "1", SenderId = "1", Media = [file] }, isEdit: false, default);
        await inbox.AddAsync(new AccountKey("fake", "default"), "2", new ReceivedMessage { ChatId = "2", SenderId = "2" }, isEdit: false, default);
        await fixture.Database.WriteAsync(static connection => connection.Execute("UPDATE inbox SET body = 'damaged' WHERE message_id = '2'"));
        fixture.Time.SetWall(TimeSpan.FromDays(3_000));
        using var retention = RetentionOf(fixture);

        await retention.SweepAsync(1, CancellationToken.None);
        Assert.Equal([.. new[] { ofRun.Id, ofMessage.Id }.Order(StringComparer.Ordinal)], Directory.GetFiles(folder.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("no longer kept", folder.NoteOf(ofRun), StringComparison.Ordinal);
        Assert.Contains("no longer kept", folder.NoteOf(ofNobody), StringComparison.Ordinal);

        await fixture.Database.WriteAsync(static connection => connection.Execute("UPDATE runs SET ended_at = 1"));
        await retention.SweepAsync(MediaRetention.MaxBytes, CancellationToken.None);
        Assert.Equal([ofMessage.Id], Directory.GetFiles(folder.Folder).Select(Path.GetFileName));
    }

    private static MediaRetention RetentionOf(AgentFixture fixture) => new(
        fixture.Get<MediaFolder>(),
        fixture.GetAll<IMediaClaims>(),
        fixture.Database,
        fixture.Time,
        Microsoft.Extensions.Logging.Abstractions.NullLogger<MediaRetention>.Instance);

    private static async Task<AgentFixture> StartAsync(bool acceptsImages)
    {
        var fixture = await AgentFixture.StartAsync();
        fixture.Model.Models = _ => ValueTask.FromResult<IReadOnlyList<ModelInfo>>(
            [new ModelInfo { Id = "fake-1", ContextWindow = 128_000, AcceptsImages = acceptsImages }]);
        fixture.Model.Says("seen");
        return fixture;
    }

    private static Task SendAsync(AgentFixture fixture, string message, byte[] content, string type, string name) => fixture.AskAsync(
        "chat.send",
        $$"""
        {"sessionKey":"main","message":"{{message}}","idempotencyKey":"run-1",
         "attachments":[{"type":"image","mimeType":"{{type}}","fileName":"{{name}}","content":"{{Convert.ToBase64String(content)}}"}]}
        """);
}
