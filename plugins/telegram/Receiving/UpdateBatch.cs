namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>
/// Takes the events of one answer in order. An album comes as several events, and maybe in several answers: at its first sight it is left
/// where it is, unconfirmed, and asked for again a moment later, when the rest of it is there too.
/// </summary>
internal sealed class UpdateBatch(UpdateIntake intake, Cursor cursor)
{
    // Events that were taken as part of an album and stand behind one that was not taken yet.
    private readonly HashSet<long> _taken = [];
    private string? _seenAlbum;

    /// <returns>Whether an album waits for its rest.</returns>
    public async Task<bool> TakeAsync(IChannelInbox inbox, List<ReceivedUpdate> updates, CancellationToken cancellationToken)
    {
        for (var i = 0; i < updates.Count; i++)
        {
            var update = updates[i];
            if (!cursor.CanTake(update.Id, isFirst: i == 0))
                return false;
            if (update.Album is { } album && !_taken.Contains(update.Id))
            {
                if (_seenAlbum != album)
                {
                    _seenAlbum = album;
                    return true;
                }

                var whole = updates.Where(one => one.Album == album).ToList();
                await intake.TakeAlbumAsync(inbox, whole, cancellationToken);
                _taken.UnionWith(whole.Select(static one => one.Id));
                _seenAlbum = null;
            }
            else if (update.Album is null)
            {
                await intake.TakeAsync(inbox, update, cancellationToken);
            }

            _taken.Remove(update.Id);
            cursor.Taken(update.Id);
        }

        return false;
    }
}
