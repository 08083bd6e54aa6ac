using System;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;
using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>
    /// The uplink over M2Mqtt. One thread makes a new client for each connection and closes what has failed; what the
    /// pass calls only looks into <see cref="MqttSession"/> or puts into the client's queue.
    /// </summary>
    public sealed class MqttDriver : IUplink
    {
        private const ushort KeepAliveS = 30;
        private const int WatchMs = 1000;

        private readonly IMqttSource _source;
        private readonly IUptime _uptime;
        private readonly string _clientId;
        private readonly string _willTopic;

        /// <summary>
        /// When the thread has last looked, seconds as the runtime counts; 0 before. Far back: it hangs in a call of
        /// the client, and only a restart ends that.
        /// </summary>
        public int WatchedS;

        /// <summary>The connection as it stands, and counters.</summary>
        public readonly MqttSession Session = new MqttSession(Uplink.Window + 1);

        /// <param name="source">Makes the clients; null: no connection ever comes about.</param>
        /// <param name="settings">Names the node, and with it the topic of its will.</param>
        /// <param name="uptime">The loop's.</param>
        public MqttDriver(IMqttSource source, NodeSettings settings, IUptime uptime)
        {
            _source = source;
            _uptime = uptime;
            _clientId = settings.City + "-" + settings.Station + "-" + settings.Node;
            _willTopic = new Topics(settings).State;
        }

        public UplinkLink Link
        {
            get { return Session.Link; }
        }

        /// <summary>
        /// Body of the driver's thread. Nothing may end it: what a step throws costs it the connection
        /// that it was about.
        /// </summary>
        public void Run()
        {
            while (!_uptime.Ended)
            {
                try
                {
                    Step();
                }
                catch (Exception)
                {
                    Session.GiveUp();
                }

                Session.Wake.WaitOne(WatchMs, false);
            }
        }

        public void Connect()
        {
            Session.Want();
        }

        /// <summary>The connection is closed without a goodbye, so the broker tells the will.</summary>
        public void Disconnect()
        {
            Session.GiveUp();
        }

        public bool Subscribe(string topic)
        {
            MqttClient client = Session.InUse(0);
            if (client == null)
            {
                return false;
            }

            try
            {
                Session.Ask(Environment.TickCount64);
                client.Subscribe(new string[] { topic }, new MqttQoSLevel[] { MqttQoSLevel.AtLeastOnce });
                return true;
            }
            catch (Exception)
            {
                Session.Lose(client);
                return false;
            }
        }

        /// <summary>The client's queue takes it, and a thread of the client sends it.</summary>
        public int Publish(string topic, byte[] payload, int length, bool retain)
        {
            MqttClient client = Session.InUse(1);
            if (client == null)
            {
                return 0;
            }

            try
            {
                byte[] message = new byte[length];
                Array.Copy(payload, 0, message, 0, length);
                return client.Publish(topic, message, null, null, MqttQoSLevel.AtLeastOnce, retain);
            }
            catch (Exception)
            {
                Session.Lose(client);
                return 0;
            }
        }

        public int Acknowledged()
        {
            return Session.TakeId();
        }

        public bool Receive(UplinkMessage into)
        {
            MqttMsgPublishEventArgs message = Session.TakeMessage();
            if (message == null)
            {
                return false;
            }

            into.Topic = message.Topic;
            into.Retained = message.Retain;
            into.Length = message.Message.Length;
            if (into.Length <= into.Payload.Length)
            {
                Array.Copy(message.Message, 0, into.Payload, 0, into.Length);
            }

            return true;
        }

        private void Step()
        {
            long nowMs = Environment.TickCount64;
            WatchedS = (int)(nowMs / 1000);
            MqttClient closing = Session.TakeClosing();
            if (closing != null)
            {
                closing.Close();
            }

            if (Session.Wanted)
            {
                Open();
            }

            MqttClient client = Session.InUse(0);
            if (client != null && (!client.IsConnected || Session.IsLate(nowMs)))
            {
                Session.Lose(client);
            }
        }

        private void Open()
        {
            MqttClient client = null;
            bool up = false;
            try
            {
                client = _source == null ? null : _source.Make();
                up = client != null && Session.Begin(client) && client.Connect(
                    _clientId, null, null, true, MqttQoSLevel.AtLeastOnce, true, _willTopic, "lost", true, KeepAliveS)
                    == MqttReasonCode.Success;
            }
            catch (Exception)
            {
                up = false;
            }

            Session.Settle(client, up);
        }
    }
}
