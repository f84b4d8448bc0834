using OpenClaw.Host.Channels.Outbox.Files;
using OpenClaw.Host.Channels.Outbox.Replies;
using OpenClaw.Host.Channels.Text;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Channels.Outbox;

/// <summary>Files that answers name: what is sent, and what must not be.</summary>
public sealed class MediaReplyTests : IDisposable
{
    private const string OnlyThere = "only files of the workspace and of the media folder are sent";
    private readonly TemporaryDirectory _directory = new();

    private string Workspace => Path.Combine(_directory.Path, "workspace");

    public MediaReplyTests()
    {
        Directory.CreateDirectory(Path.Combine(Workspace, "reports"));
        File.WriteAllText(Path.Combine(Workspace, "reports", "may.txt"), "all well");
        File.WriteAllText(Path.Combine(Workspace, "large.txt"), new string('x', 2_000));
        File.WriteAllText(Path.Combine(_directory.Path, "secret.txt"), "secret");
        Directory.CreateDirectory(Path.Combine(_directory.Path, "workspace-of-another"));
        File.WriteAllText(Path.Combine(_directory.Path, "workspace-of-another", "theirs.txt"), "theirs");
        Directory.CreateDirectory(Path.Combine(_directory.Path, "media", "inbound"));
        File.WriteAllText(Path.Combine(_directory.Path, "media", "inbound", "photo"), "a photo");
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(Path.Combine(Workspace, "link.txt"), Path.Combine(_directory.Path, "secret.txt"));
            Directory.CreateSymbolicLink(Path.Combine(Workspace, "out"), _directory.Path);
        }
    }

    [Theory]
    [InlineData("reports/may.txt", "<may.txt>Here it is.")]
    [InlineData("`reports/may.txt`", "<may.txt>Here it is.")]
    [InlineData("./reports/../reports/may.txt", "<may.txt>Here it is.")]
    [InlineData("{workspace}/reports/may.txt", "<may.txt>Here it is.")]
    [InlineData("file://{workspace}/reports/may.txt", "<may.txt>Here it is.")]
    [InlineData("{state}/media/inbound/photo", "<photo>Here it is.")]
    public async Task A_file_goes_with_the_answer_that_names_it(string reference, string expected) => Assert.Equal(expected, await AnswerAsync(reference));

    [Theory]
    [Trait("Threat", "CH-22")]
    [Trait("Threat", "FS-03")]
    [Trait("Threat", "FS-04")]
    [Trait("Threat", "FS-05")]
    [InlineData("../secret.txt", "secret.txt", OnlyThere)]
    [InlineData("{state}/secret.txt", "secret.txt", OnlyThere)]
    [InlineData("file:///etc/passwd", "passwd", OnlyThere)]
    [InlineData("file://elsewhere/share/x.txt", "x.txt", "a file: address has to be one of this machine, file:///path")]
    [InlineData("../workspace-of-another/theirs.txt", "theirs.txt", OnlyThere)]
    [InlineData("link.txt", "link.txt", OnlyThere)]
    [InlineData("out/secret.txt", "secret.txt", OnlyThere)]
    [InlineData("%2e%2e/secret.txt", "secret.txt", "there is no such file")]
    [InlineData("/dev/zero", "zero", OnlyThere)]
    [InlineData("reports", "reports", "there is no such file")]
    [InlineData("nothing.txt", "nothing.txt", "there is no such file")]
    [InlineData("large.txt", "large.txt", "it has 2000 bytes and 1000 are taken")]
    public async Task What_may_not_be_sent_is_said_and_not_sent(string reference, string name, string why) =>
        Assert.Equal($"Here it is.\n[file not sent: {name}: {why}]", await AnswerAsync(reference));

    [Fact]
    [Trait("Threat", "FS-05")]
    public async Task A_pipe_in_the_place_of_a_file_is_refused_and_holds_up_nobody()
    {
        if (OperatingSystem.IsWindows())
            return;
        var pipe = Path.Combine(Workspace, "pipe.txt");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
            await made.WaitForExitAsync();
        Assert.True(File.Exists(pipe));

        Assert.Throws<NotSupportedException>(() =>
        {
            using var handle = UnblockedFile.Open(pipe);
            return RandomAccess.GetLength(handle);
        });
        Assert.Equal("Here it is.\n[file not sent: pipe.txt: it cannot be read]", await AnswerAsync("pipe.txt"));
    }

    [Fact]
    public async Task A_channel_without_files_says_so() =>
        Assert.Equal("Here it is.\n[file not sent: may.txt: this chat takes no files]", await AnswerAsync("reports/may.txt", maxBytes: 0));

    [Fact]
    public void Only_lines_of_their_own_outside_of_code_count_and_addresses_stay_text()
    {
        var media = ReplyMedia.Of("Say MEDIA:a.txt\n```\nMEDIA:b.txt\n```\n MEDIA: c.txt \nMEDIA:https://example.org/d.png\nMEDIA:");

        Assert.Equal(["c.txt"], media.References);
        Assert.Equal("Say MEDIA:a.txt\n```\nMEDIA:b.txt\n```\nhttps://example.org/d.png\nMEDIA:", media.Text);
    }

    [Fact]
    public void Paragraphs_are_taken_apart_and_code_stays_whole() => Assert.Equal(
        ["one\nstill one", "```\na\n\nb\n```", "three"], Paragraphs.Of("one\nstill one\n\n\n```\na\n\nb\n```\n \nthree"));

    [Theory]
    [InlineData("""{"channels":{"fake":{"dmPolicy":"open","allowFrom":["*"],"streaming":{"chunkMode":"newline"}}}}""", 2)]
    [InlineData(ChannelFixture.Open, 1)]
    public async Task Each_paragraph_becomes_a_message_where_that_is_wanted(string config, int expected)
    {
        await using var chat = await ChannelFixture.StartAsync(_directory.Path, config);
        chat.Model.Says("one\n\ntwo");
        await chat.RunAsync();
        await chat.SayAsync("1", "hello");
        await chat.UntilShownAsync(expected);

        Assert.Equal(expected == 2 ? ["one", "two"] : ["one\n\ntwo"], chat.Sender.Shown.Select(static one => one.Text));
    }

    public void Dispose() => _directory.Dispose();

    private async Task<string> AnswerAsync(string reference, int maxBytes = 1_000)
    {
        var sender = new FakeSender();
        sender.Channel = sender.Channel with { MaxMediaBytes = maxBytes };
        await using var chat = await ChannelFixture.StartAsync(_directory.Path, sender: sender);
        chat.Model.Says($"Here it is.\nMEDIA:{reference.Replace("{workspace}", Workspace, StringComparison.Ordinal).Replace("{state}", _directory.Path, StringComparison.Ordinal)}");
        await chat.RunAsync();
        await chat.SayAsync("1", "send it");
        await chat.UntilShownAsync(1);
        return sender.Shown[0].Text;
    }
}
