using System.Globalization;
using OpenClaw.Channels.Telegram.Wire;
using OpenClaw.Content;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>What a message holds: its text, its files, and in words what has no other form.</summary>
internal static class MessageParts
{
    public static List<MessagePart> Of(Message message, User bot, FileFetcher files)
    {
        var parts = new List<MessagePart>();
        if (TextOf(message, bot) is { Length: > 0 } text)
            parts.Add(new TextPart(text));
        if (FileOf(message, files) is { } media)
            parts.Add(new MediaPart(media));
        return parts;
    }

    public static string? TextOf(Message message, User bot) =>
        (message.Text ?? message.Caption) is { Length: > 0 } text ? Addressing.Plain(text, bot) : InWords(message);

    private static string? InWords(Message message) => message switch
    {
        { Sticker: { } sticker } => $"[sticker {sticker.Emoji}]",
        { Venue: { } venue } => string.Create(
            CultureInfo.InvariantCulture, $"[place: {venue.Title}, {venue.Address} ({message.Location?.Latitude}, {message.Location?.Longitude})]"),
        { Location: { } place } => string.Create(CultureInfo.InvariantCulture, $"[location: {place.Latitude}, {place.Longitude}]"),
        { Contact: { } contact } => $"[contact: {contact.FirstName} {contact.LastName}, {contact.PhoneNumber}]",
        { Poll: { } poll } => $"[poll: {poll.Question} {string.Join(" / ", (poll.Options ?? []).Select(static choice => choice.Text))}]",
        _ => null,
    };

    private static Media? FileOf(Message message, FileFetcher files) => message switch
    {
        { Photo: [.., var largest] } => files.Media(largest, "image/jpeg", "photo.jpg"),
        // An animation comes with the same file as a document beside it.
        { Animation: { } animation } => files.Media(animation, "video/mp4", "animation.mp4"),
        { Document: { } document } => files.Media(document, "application/octet-stream", "document"),
        { Voice: { } voice } => files.Media(voice, "audio/ogg", "voice.ogg"),
        { Audio: { } audio } => files.Media(audio, "audio/mpeg", "audio.mp3"),
        { Video: { } video } => files.Media(video, "video/mp4", "video.mp4"),
        { VideoNote: { } note } => files.Media(note, "video/mp4", "video.mp4"),
        { Sticker: { IsAnimated: false } sticker } => files.Media(sticker, sticker.IsVideo ? "video/webm" : "image/webp", sticker.IsVideo ? "sticker.webm" : "sticker.webp"),
        _ => null,
    };
}
