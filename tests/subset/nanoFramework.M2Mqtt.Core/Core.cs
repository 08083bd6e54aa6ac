using System;
using nanoFramework.M2Mqtt.Messages;

[assembly: System.Reflection.AssemblyVersion("5.1.220.0")]

namespace nanoFramework.M2Mqtt
{
    public interface IMqttClient
    {
        delegate void ConnectionClosedEventHandler(object sender, EventArgs e);

        delegate void MqttMsgPublishedEventHandler(object sender, MqttMsgPublishedEventArgs e);

        delegate void MqttMsgPublishEventHandler(object sender, MqttMsgPublishEventArgs e);

        delegate void MqttMsgSubscribedEventHandler(object sender, MqttMsgSubscribedEventArgs e);
    }

    public enum MqttSslProtocols { None = 0, TLSv1_2 = 4 }
}

namespace nanoFramework.M2Mqtt.Messages
{
    public class MqttMsgPublishedEventArgs : EventArgs
    {
        internal extern MqttMsgPublishedEventArgs();
        public extern ushort MessageId { get; set; }
        public extern bool IsPublished { get; set; }
    }

    public class MqttMsgPublishEventArgs : EventArgs
    {
        internal extern MqttMsgPublishEventArgs();
        public extern string Topic { get; }
        public extern byte[] Message { get; }
        public extern bool Retain { get; }
    }

    public class MqttMsgSubscribedEventArgs : EventArgs
    {
        internal extern MqttMsgSubscribedEventArgs();
        public extern MqttQoSLevel[] GrantedQoSLevels { get; }
    }

    public enum MqttQoSLevel { AtLeastOnce = 1, GrantedFailure = 128 }

    public enum MqttReasonCode { Success = 0 }
}
