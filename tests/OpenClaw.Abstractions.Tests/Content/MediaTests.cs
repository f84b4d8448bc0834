using OpenClaw.Content;

namespace OpenClaw.Abstractions.Tests.Content;

public sealed class MediaTests
{
    [Fact]
    public async Task Bytes_can_be_opened_more_than_once()
    {
        var media = Media.FromBytes("image/png", new byte[] { 1, 2, 3 }, "a.png");

        for (var i = 0; i < 2; i++)
        {
            await using var stream = await media.OpenReadAsync(CancellationToken.None);
            Assert.Equal(3, await stream.ReadAtLeastAsync(new byte[8], 8, throwOnEndOfStream: false));
        }

        Assert.Equal(3, media.Length);
        Assert.Equal("a.png", media.FileName);
    }

    [Fact]
    public void A_media_type_is_needed() => Assert.Throws<ArgumentException>(() => Media.FromBytes("", default));
}
