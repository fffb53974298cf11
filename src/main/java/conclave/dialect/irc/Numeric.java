package conclave.dialect.irc;

import java.util.Locale;

/** The numerics that Conclave sends, with their texts (Modern IRC §Numerics). */
enum Numeric {
  RPL_WELCOME(1, "Welcome to the %s network, %s"),
  RPL_YOURHOST(2, "Your host is %s, running version %s"),
  RPL_CREATED(3, "This server was started %s"),
  RPL_MYINFO(4, ""),
  RPL_ISUPPORT(5, "are supported by this server"),
  RPL_UMODEIS(221, ""),
  RPL_LUSERCLIENT(251, "There are %d users and 0 invisible on 1 servers"),
  RPL_LUSEROP(252, "operator(s) online"),
  RPL_LUSERUNKNOWN(253, "unknown connection(s)"),
  RPL_LUSERCHANNELS(254, "channels formed"),
  RPL_LUSERME(255, "I have %d clients and 0 servers"),
  RPL_LOCALUSERS(265, "Current local users %d, max %d"),
  RPL_GLOBALUSERS(266, "Current global users %d, max %d"),
  RPL_WHOISUSER(311, ""),
  RPL_WHOISSERVER(312, ""),
  RPL_WHOISOPERATOR(313, "is an administrator of this server"),
  RPL_ENDOFWHO(315, "End of WHO list"),
  RPL_ENDOFWHOIS(318, "End of WHOIS list"),
  RPL_WHOISCHANNELS(319, ""),
  RPL_LISTSTART(321, "Users  Name"),
  RPL_LIST(322, ""),
  RPL_LISTEND(323, "End of LIST"),
  RPL_CHANNELMODEIS(324, ""),
  RPL_CREATIONTIME(329, ""),
  RPL_WHOISACCOUNT(330, "is logged in as"),
  RPL_NOTOPIC(331, "No topic is set"),
  RPL_TOPIC(332, ""),
  RPL_TOPICWHOTIME(333, ""),
  RPL_INVITELIST(336, ""),
  RPL_ENDOFINVITELIST(337, "End of INVITE list"),
  RPL_INVITING(341, ""),
  RPL_INVEXLIST(346, ""),
  RPL_ENDOFINVEXLIST(347, "End of channel invite exception list"),
  RPL_EXCEPTLIST(348, ""),
  RPL_ENDOFEXCEPTLIST(349, "End of channel exception list"),
  RPL_VERSION(351, ""),
  RPL_WHOREPLY(352, ""),
  RPL_NAMREPLY(353, ""),
  RPL_ENDOFNAMES(366, "End of NAMES list"),
  RPL_BANLIST(367, ""),
  RPL_ENDOFBANLIST(368, "End of channel ban list"),
  RPL_MOTD(372, ""),
  RPL_MOTDSTART(375, "- %s Message of the day - "),
  RPL_ENDOFMOTD(376, "End of MOTD command"),
  RPL_YOUREOPER(381, "You are now an IRC operator"),
  ERR_NOSUCHNICK(401, "No such nick"),
  ERR_NOSUCHSERVER(402, "No such server"),
  ERR_NOSUCHCHANNEL(403, "No such channel"),
  ERR_CANNOTSENDTOCHAN(404, "Cannot send to channel"),
  ERR_TOOMANYCHANNELS(405, "You have joined too many channels"),
  ERR_TOOMANYTARGETS(407, "Too many targets"),
  ERR_INVALIDCAPCMD(410, "Invalid CAP command"),
  ERR_NORECIPIENT(411, "No recipient given (%s)"),
  ERR_NOTEXTTOSEND(412, "No text to send"),
  ERR_INPUTTOOLONG(417, "Input line was too long"),
  ERR_UNKNOWNCOMMAND(421, "Unknown command"),
  ERR_NOMOTD(422, "MOTD is missing"),
  ERR_NONICKNAMEGIVEN(431, "No nickname given"),
  ERR_ERRONEUSNICKNAME(432, "Erroneous nickname"),
  ERR_NICKNAMEINUSE(433, "Nickname is already in use"),
  ERR_USERNOTINCHANNEL(441, "They aren't on that channel"),
  ERR_NOTONCHANNEL(442, "You're not on that channel"),
  ERR_USERONCHANNEL(443, "is already on channel"),
  ERR_NOTREGISTERED(451, "You have not registered"),
  ERR_NEEDMOREPARAMS(461, "Not enough parameters"),
  ERR_ALREADYREGISTERED(462, "You may not reregister"),
  ERR_PASSWDMISMATCH(464, "Password incorrect"),
  ERR_LINKCHANNEL(470, "Forwarding to another channel"),
  ERR_CHANNELISFULL(471, "Cannot join channel (+l)"),
  ERR_UNKNOWNMODE(472, "is unknown mode char to me"),
  ERR_INVITEONLYCHAN(473, "Cannot join channel (+i)"),
  ERR_BANNEDFROMCHAN(474, "Cannot join channel (+b)"),
  ERR_BADCHANNELKEY(475, "Cannot join channel (+k)"),
  ERR_NEEDREGGEDNICK(477, "Cannot join channel (+R), you need an account"),
  ERR_BANLISTFULL(478, "Channel list is full"),
  ERR_NOPRIVILEGES(481, "Permission Denied- You're not an IRC operator"),
  ERR_CHANOPRIVSNEEDED(482, "You're not channel operator"),
  ERR_NOOPERHOST(491, "No O-lines for your account"),
  ERR_UMODEUNKNOWNFLAG(501, "Unknown MODE flag"),
  ERR_USERSDONTMATCH(502, "Cant change mode for other users"),
  ERR_HELPNOTFOUND(524, "No help available on this topic"),
  ERR_INVALIDKEY(525, "Key is not well-formed"),
  RPL_WHOISSECURE(671, "is using a secure connection"),
  ERR_INVALIDMODEPARAM(696, "Invalid mode parameter"),
  RPL_HELPSTART(704, ""),
  RPL_HELPTXT(705, ""),
  RPL_ENDOFHELP(706, ""),
  RPL_LOGGEDIN(900, "You are now logged in as %s"),
  ERR_NICKLOCKED(902, "You must use a nick assigned to you"),
  RPL_SASLSUCCESS(903, "SASL authentication successful"),
  ERR_SASLFAIL(904, "SASL authentication failed"),
  ERR_SASLTOOLONG(905, "SASL message too long"),
  ERR_SASLABORTED(906, "SASL authentication aborted"),
  ERR_SASLALREADY(907, "You have already authenticated using SASL"),
  RPL_SASLMECHS(908, "are available SASL mechanisms");

  private final int number;
  private final String text;

  Numeric(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** The three digits. */
  String code() {
    return String.format(Locale.ROOT, "%03d", number);
  }

  String text() {
    return text;
  }

  String text(Object... arguments) {
    return String.format(Locale.ROOT, text, arguments);
  }
}
