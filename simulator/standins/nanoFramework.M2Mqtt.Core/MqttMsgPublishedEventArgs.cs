namespace nanoFramework.M2Mqtt.Messages;

/// <summary>Stand-in.</summary>
public class MqttMsgPublishedEventArgs(ushort messageId, bool isPublished) : EventArgs
{
    public ushort MessageId { get; set; } = messageId;

    public bool IsPublished { get; set; } = isPublished;
}
