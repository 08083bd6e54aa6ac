using System;
using System.Threading;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;
using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>
    /// How the uplink's connection stands, between the pass, the driver's thread and the handlers of the client. The
    /// handlers only put into rings, and a client that is not in use any more is not heard. A message that the client
    /// gives up, a refused subscription and one without an answer end the connection: the firmware sends again on the
    /// next.
    /// </summary>
    public sealed class MqttSession
    {
        private const long SubscribeLimitMs = 10000;

        /// <summary>
        /// What the client has in its queue beside our messages: subscriptions, and what it receives until it has
        /// acknowledged it. Without room it leaves both out without a word.
        /// </summary>
        private const int QueueSpare = 16;

        private readonly object _gate = new object();
        private readonly int _window;
        private readonly MqttRings _rings;
        private UplinkLink _link;
        private bool _wanted;
        private MqttClient _client;
        private MqttClient _closing;
        private int _flying;
        private int _subscribing;
        private long _askedMs;

        /// <summary>Set when the driver's thread has something to do.</summary>
        public readonly AutoResetEvent Wake = new AutoResetEvent(false);

        /// <summary>Received messages that came faster than the node takes them.</summary>
        public int Overflows;

        /// <param name="window">Most messages handed over and not yet told as acknowledged.</param>
        public MqttSession(int window)
        {
            _window = window;
            _rings = new MqttRings(window);
        }

        public UplinkLink Link
        {
            get
            {
                lock (_gate)
                {
                    return _link;
                }
            }
        }

        /// <summary>A connection is to be made.</summary>
        public bool Wanted
        {
            get
            {
                lock (_gate)
                {
                    return _wanted;
                }
            }
        }

        public void Want()
        {
            lock (_gate)
            {
                if (_link == UplinkLink.Down)
                {
                    _link = UplinkLink.Connecting;
                    _wanted = true;
                }
            }

            Wake.Set();
        }

        public void GiveUp()
        {
            lock (_gate)
            {
                Forget();
            }

            Wake.Set();
        }

        /// <summary>The client while the connection is up and takes so many more messages, else null.</summary>
        public MqttClient InUse(int messages)
        {
            lock (_gate)
            {
                if (_link != UplinkLink.Up || _flying + messages > _window)
                {
                    return null;
                }

                _flying += messages;
                return _client;
            }
        }

        /// <summary>A subscription is on its way.</summary>
        public void Ask(long nowMs)
        {
            lock (_gate)
            {
                _subscribing++;
                _askedMs = nowMs;
            }
        }

        /// <summary>A subscription was not answered in time: the client says nothing of that itself.</summary>
        public bool IsLate(long nowMs)
        {
            lock (_gate)
            {
                return _subscribing > 0 && nowMs - _askedMs > SubscribeLimitMs;
            }
        }

        /// <summary>The next message id that was acknowledged, or 0.</summary>
        public int TakeId()
        {
            lock (_gate)
            {
                int id = _rings.TakeId();
                _flying -= id == 0 ? 0 : 1;
                return id;
            }
        }

        /// <summary>The oldest received message, or null.</summary>
        public MqttMsgPublishEventArgs TakeMessage()
        {
            lock (_gate)
            {
                return _rings.Take();
            }
        }

        /// <summary>The client that is to be closed, or null.</summary>
        public MqttClient TakeClosing()
        {
            lock (_gate)
            {
                MqttClient closing = _closing;
                _closing = null;
                return closing;
            }
        }

        /// <summary>Listens to a client; false when the attempt was given up while it was made.</summary>
        public bool Begin(MqttClient client)
        {
            lock (_gate)
            {
                if (!_wanted)
                {
                    return false;
                }

                _wanted = false;
                _client = client;
            }

            client.Settings.InflightQueueSize = _window + QueueSpare;
            client.ConnectionClosed += new IMqttClient.ConnectionClosedEventHandler(TakeClosed);
            client.MqttMsgPublished += new IMqttClient.MqttMsgPublishedEventHandler(TakePublished);
            client.MqttMsgPublishReceived += new IMqttClient.MqttMsgPublishEventHandler(TakeReceived);
            client.MqttMsgSubscribed += new IMqttClient.MqttMsgSubscribedEventHandler(TakeSubscribed);
            return true;
        }

        /// <summary>The attempt has ended; null when not even a client could be made.</summary>
        public void Settle(MqttClient client, bool up)
        {
            lock (_gate)
            {
                if (up && client == _client)
                {
                    _link = UplinkLink.Up;
                }
                else if (client == _client)
                {
                    Forget();
                }
            }

            Wake.Set();
        }

        /// <summary>The connection has failed, unless it has been given up already.</summary>
        public void Lose(object client)
        {
            lock (_gate)
            {
                if (client != _client)
                {
                    return;
                }

                Forget();
            }

            Wake.Set();
        }

        /// <summary>The driver's thread closes the client. What it has received stays to be taken.</summary>
        private void Forget()
        {
            _closing = _client != null ? _client : _closing;
            _client = null;
            _wanted = false;
            _link = UplinkLink.Down;
            _flying = 0;
            _subscribing = 0;
            _rings.ForgetIds();
        }

        private void TakeClosed(object sender, EventArgs e)
        {
            Lose(sender);
        }

        /// <summary>Not published: the client has tried it three times and keeps it no longer.</summary>
        private void TakePublished(object sender, MqttMsgPublishedEventArgs e)
        {
            if (!e.IsPublished)
            {
                Lose(sender);
                return;
            }

            lock (_gate)
            {
                if (sender == _client)
                {
                    _rings.AddId(e.MessageId);
                }
            }
        }

        private void TakeReceived(object sender, MqttMsgPublishEventArgs e)
        {
            lock (_gate)
            {
                if (sender == _client && !_rings.Add(e))
                {
                    Overflows++;
                }
            }
        }

        private void TakeSubscribed(object sender, MqttMsgSubscribedEventArgs e)
        {
            for (int i = 0; i < e.GrantedQoSLevels.Length; i++)
            {
                if (e.GrantedQoSLevels[i] == MqttQoSLevel.GrantedFailure)
                {
                    Lose(sender);
                    return;
                }
            }

            lock (_gate)
            {
                _subscribing -= sender == _client && _subscribing > 0 ? 1 : 0;
            }
        }
    }
}
